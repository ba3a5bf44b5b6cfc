import { readFileSync } from 'node:fs';

function osRelease() {
  try {
    return Object.fromEntries(
      readFileSync('/etc/os-release', 'utf8')
        .split('\n')
        .filter((line) => line.includes('='))
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1).replace(/^"|"$/g, '')]),
    );
  } catch {
    return {}; // not every system has the file; its absence says "other"
  }
}

const families = { debian: ['debian', 'ubuntu'], fedora: ['fedora', 'rhel'], arch: ['arch'], alpine: ['alpine'] };

/** How software is installed here: 'debian' (and Ubuntu …), 'fedora', 'arch', 'alpine', 'macos' or 'other'. */
export function distribution({ platform = process.platform, release = osRelease() } = {}) {
  if (platform === 'darwin') return 'macos';
  const like = `${release.ID} ${release.ID_LIKE}`.split(' ');
  const [family] = Object.entries(families).find(([, names]) => names.some((name) => like.includes(name))) ?? ['other'];
  return family;
}

export const isRoot = () => process.getuid?.() === 0;

const commands = {
  debian: 'sudo apt-get install -y --no-install-recommends',
  fedora: 'sudo dnf install -y',
  arch: 'sudo pacman -S --needed',
  alpine: 'sudo apk add',
  macos: 'brew install',
};

/**
 * The one command a person runs to install something. `packages` names it per distribution; a system that is not listed gets
 * `packages.other`, a few words instead of a command.
 */
export function installCommand(packages, here = distribution()) {
  const names = packages[here];
  if (!commands[here] || !names) return `install ${packages.other}`;
  const command = isRoot() ? commands[here].replace(/^sudo /, '') : commands[here];
  return `${command} ${names.join(' ')}`;
}
