// A browser for the journeys of the test suite.
import { readFileSync } from 'node:fs';
import { isExecutable, onPath } from '../ground/executables.mjs';
import { distribution, installCommand } from '../ground/platform.mjs';
import { Remedy } from '../ground/remedy.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const applications = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

export const findBrowser = (env = process.env) => env.CHROME_BIN ?? onPath(names, env) ?? applications.find(isExecutable);

/** Ubuntu's package of this name only fetches a snap, which does not work for root or in a container. */
function isUbuntu() {
  try {
    return /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

export const browser = {
  name: 'browser',
  packages: ({ env }) => (findBrowser(env) || distribution() !== 'debian' || isUbuntu() ? [] : ['chromium']),
  run({ env, found, terminal }) {
    const program = findBrowser(env);
    if (program && !isExecutable(program)) throw new Remedy(`CHROME_BIN names ${program}, which is not a program. Correct it, or unset it to use the browser on PATH.`);
    if (program) {
      found.browser = program;
      return program;
    }
    const command = installCommand({ debian: ['chromium'], fedora: ['chromium'], arch: ['chromium'], alpine: ['chromium'], macos: ['--cask', 'google-chrome'], other: 'Chromium or Chrome' });
    terminal.problem(`NO BROWSER: the journeys through the pages are SKIPPED. To have them run:  ${command}  or set CHROME_BIN.`);
    return { skipped: 'none: journeys will be skipped' };
  },
};
