// espeak-ng reads sentences aloud: the voices of the demo and of the tests that listen. pocketsphinx writes English down.
import { onPath } from '../ground/executables.mjs';
import { installCommand } from '../ground/platform.mjs';

const recogniser = 'pocketsphinx_continuous';

export const speech = {
  name: 'voices',
  packages: ({ env }) => [...(onPath(['espeak-ng'], env) ? [] : ['espeak-ng']), ...(onPath([recogniser], env) ? [] : ['pocketsphinx', 'pocketsphinx-en-us'])],
  run({ env, found, terminal }) {
    found.speech = onPath(['espeak-ng'], env);
    if (found.speech && !onPath([recogniser], env)) terminal.problem(`There is no ${recogniser}: tests of the recogniser of speech are skipped. Debian has it as  pocketsphinx pocketsphinx-en-us`);
    if (found.speech) return found.speech;
    const everywhere = ['espeak-ng'];
    const command = installCommand({ debian: everywhere, fedora: everywhere, arch: everywhere, alpine: everywhere, macos: everywhere, other: 'espeak-ng' });
    terminal.problem(`There is no espeak-ng: tests that need a spoken sentence are skipped. To have them run:  ${command}`);
    return { skipped: 'no espeak-ng' };
  },
};
