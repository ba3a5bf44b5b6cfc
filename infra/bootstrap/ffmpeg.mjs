// ffmpeg makes recordings out of what the media node wrote down.
import { isExecutable, onPath } from '../ground/executables.mjs';
import { installCommand } from '../ground/platform.mjs';
import { Remedy } from '../ground/remedy.mjs';
import { run } from '../ground/run.mjs';

export const findFfmpeg = (env = process.env) => env.YAJI_FFMPEG ?? onPath(['ffmpeg'], env);

const howToInstall = () => {
  const everywhere = ['ffmpeg'];
  return installCommand({ debian: everywhere, fedora: ['ffmpeg-free'], arch: everywhere, alpine: everywhere, macos: everywhere, other: 'ffmpeg' });
};

export const ffmpeg = {
  name: 'ffmpeg',
  packages: ({ env }) => (findFfmpeg(env) ? [] : ['ffmpeg']),
  async run({ env, found }) {
    const program = findFfmpeg(env);
    if (!program) throw new Remedy(`There is no ffmpeg here, so nothing could be recorded. Run  ${howToInstall()}  or set YAJI_FFMPEG to one, then run this again.`);
    if (!isExecutable(program)) throw new Remedy(`YAJI_FFMPEG names ${program}, which is not a program. Correct it, or unset it to use the one on PATH.`);
    found.ffmpeg = program;
    const [, version = 'of unknown version'] = /^ffmpeg version (\S+)/.exec(await run(program, ['-version'])) ?? [];
    return `${version.replace(/-.*/, '')} at ${program}`;
  },
};
