import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The Node that `npm install` brought with it; the one already running where npm has none for this machine. */
export function ownNode(root) {
  const own = join(root, 'node_modules/.bin/node');
  return existsSync(own) ? own : process.execPath;
}
