// Chinese letters, for what the server itself draws: the hall's pictures and the minutes as PDF.
import { onPath } from '../ground/executables.mjs';
import { distribution, installCommand } from '../ground/platform.mjs';
import { run } from '../ground/run.mjs';

async function areThere(env) {
  if (distribution() === 'macos') return true; // the system has them
  const fontList = onPath(['fc-list'], env);
  return fontList !== undefined && (await run(fontList, [':lang=zh', 'family'])).trim() !== '';
}

export const fonts = {
  name: 'fonts',
  packages: async ({ env }) => ((await areThere(env)) ? [] : ['fonts-noto-cjk', 'fontconfig']),
  async run({ env, terminal }) {
    if (await areThere(env)) return 'Chinese letters are there';
    const command = installCommand({
      debian: ['fonts-noto-cjk', 'fontconfig'],
      fedora: ['google-noto-sans-cjk-fonts'],
      arch: ['noto-fonts-cjk'],
      alpine: ['font-noto-cjk', 'fontconfig'],
      other: 'a font with Chinese letters, and fontconfig',
    });
    terminal.problem(`There is no font with Chinese letters: in recordings and PDF files they would be boxes. To have them:  ${command}`);
    return { skipped: 'no Chinese letters' };
  },
};
