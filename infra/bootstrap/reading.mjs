// pdftotext opens the PDF files that Yaji writes, as the demo's reader of them.
import { onPath } from '../ground/executables.mjs';
import { installCommand } from '../ground/platform.mjs';

export const reading = {
  name: 'pdf reader',
  packages: ({ env }) => (onPath(['pdftotext'], env) ? [] : ['poppler-utils']),
  run({ env, terminal }) {
    const found = onPath(['pdftotext'], env);
    if (found) return found;
    const everywhere = ['poppler-utils'];
    const command = installCommand({ debian: everywhere, fedora: everywhere, arch: ['poppler'], alpine: everywhere, macos: ['poppler'], other: 'poppler, which has pdftotext' });
    terminal.problem(`There is no pdftotext: the demo cannot read the minutes' PDF file back. To have it:  ${command}`);
    return { skipped: 'no pdftotext' };
  },
};
