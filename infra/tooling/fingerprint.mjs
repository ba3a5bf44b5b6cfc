import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const matters = (name) => !/\.spec\.tsx?$|\.md$/.test(name) && name !== 'node_modules';

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) if (matters(name)) yield* filesUnder(join(path, name));
}

/** One digest of names and contents: two trees with the same digest build to the same program. */
export function fingerprint(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    for (const file of filesUnder(join(root, path))) {
      hash.update(file.slice(root.length)).update('\0');
      hash.update(readFileSync(file)).update('\0');
    }
  return hash.digest('hex');
}
