// The npm packages, exactly as package-lock.json names them.
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { onPath } from '../ground/executables.mjs';
import { withLock } from '../ground/lock.mjs';
import { root, stateFolder } from '../ground/paths.mjs';
import { Remedy } from '../ground/remedy.mjs';
import { run } from '../ground/run.mjs';

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const isOurs = (place) => place.startsWith('node_modules/');

/**
 * Why the packages must be installed, or undefined. npm writes down what it installed in node_modules/.package-lock.json, as its
 * last act: comparing that with the lock file also sees an installation cut short, and is content with one made by hand.
 */
export function whyInstall(folder = root) {
  if (!existsSync(join(folder, 'node_modules'))) return 'nothing is installed yet';
  const installed = readJson(join(folder, 'node_modules', '.package-lock.json'))?.packages;
  if (!installed) return 'the last installation was not finished';
  const wanted = readJson(join(folder, 'package-lock.json'))?.packages ?? {};
  const places = Object.keys(wanted).filter((place) => isOurs(place) && !wanted[place].link);
  return places.map((place) => difference(place, wanted[place], installed[place])).find(Boolean);
}

/** A package for another system is optional, and rightly absent. */
function difference(place, wanted, installed) {
  const name = place.replace(/^.*node_modules\//, '');
  if (!installed) return wanted.optional ? undefined : `${name} is new`;
  return installed.version === wanted.version ? undefined : `${name} is now ${wanted.version}`;
}

/** npm must not run on the Node inside the folder that it is about to empty. */
function pathWithoutOurs(path, folder) {
  const own = join(folder, 'node_modules', '.bin');
  return (path ?? '').split(delimiter).filter((entry) => entry !== own).join(delimiter);
}

async function install(folder, { env, signal }) {
  const PATH = pathWithoutOurs(env.PATH, folder);
  const npm = onPath(['npm'], { PATH });
  if (!npm) throw new Remedy('There is no npm on PATH, so the packages cannot be installed. Install npm (it comes with Node) and run this again.');
  const inherited = Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_(package|lifecycle|config_local_prefix)/.test(name)));
  const command = existsSync(join(folder, 'package-lock.json')) ? 'ci' : 'install';
  try {
    const said = await run(npm, [command, '--include=dev', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: folder, env: { ...inherited, PATH }, signal });
    const [added = ''] = /added \d+ packages?/.exec(said) ?? [];
    return `npm ${command}${added ? ` (${added.replace(/ packages?/, '')})` : ''}`;
  } catch (error) {
    signal?.throwIfAborted();
    throw new Remedy(`npm could not install the packages, and nothing works without them. Mend what it says, then run this again:\n${error.output ?? error.message}`);
  }
}

export const packages = {
  name: 'packages',
  async run({ env, signal, folder = root }, step) {
    if (!whyInstall(folder)) return 'installed';
    return withLock(
      join(folder === root ? stateFolder : join(folder, '.yaji'), 'packages.lock'),
      async () => {
        const why = whyInstall(folder);
        if (!why) return 'installed';
        step.doing(`npm ci, since ${why}`);
        return install(folder, { env, signal });
      },
      { signal, onWait: ({ pid }) => step.doing(`waiting for process ${pid}, which is installing them`) },
    );
  },
};
