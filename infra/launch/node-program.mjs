import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { isExecutable } from '../ground/executables.mjs';
import { root } from '../ground/paths.mjs';

/** The Node that npm brought with the packages, if it runs on this machine; else the one that runs us. */
export function nodeProgram(folder = root) {
  const own = join(folder, 'node_modules', '.bin', 'node');
  if (!isExecutable(own)) return process.execPath;
  const real = realpathSync(own);
  if (real === realpathSync(process.execPath)) return process.execPath;
  return spawnSync(real, ['--version'], { stdio: 'ignore' }).status === 0 ? real : process.execPath;
}
