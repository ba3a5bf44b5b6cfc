// The first thing that runs, on whatever Node there is: it imports nothing, so that an old Node can still read it.
export const OLDEST_NODE = 20;

/** What to say about a Node that is too old, or undefined. */
export function whyTooOld(version = process.versions.node) {
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return undefined;
  return (
    `Yaji needs Node ${OLDEST_NODE} or newer to begin with, and this is Node ${version}. ` +
    'Install a current one (https://nodejs.org, your package manager, or nvm) and run the same command again; the rest comes by itself.'
  );
}

export const nodeVersion = {
  name: 'node',
  run() {
    return process.version;
  },
};
