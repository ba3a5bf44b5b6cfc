// espeak-ng reads sentences aloud: the voices of the demo and of the tests that listen.
import { onPath } from '../ground/executables.mjs';
import { installCommand } from '../ground/platform.mjs';

export const speech = {
  name: 'voices',
  packages: ({ env }) => (onPath(['espeak-ng'], env) ? [] : ['espeak-ng']),
  run({ env, found, terminal }) {
    found.speech = onPath(['espeak-ng'], env);
    if (found.speech) return found.speech;
    const everywhere = ['espeak-ng'];
    const command = installCommand({ debian: everywhere, fedora: everywhere, arch: everywhere, alpine: everywhere, macos: everywhere, other: 'espeak-ng' });
    terminal.problem(`There is no espeak-ng: tests that need a spoken sentence are skipped. To have them run:  ${command}`);
    return { skipped: 'no espeak-ng' };
  },
};
