import { join } from 'node:path';
import { root } from '../ground/paths.mjs';
import { Remedy } from '../ground/remedy.mjs';
import { run } from '../ground/run.mjs';

/** Builds what has changed since the last time (`infra/build.mjs` knows), as one step. */
export async function build({ terminal, signal }) {
  const step = terminal.step('build');
  const words = [];
  try {
    step.doing('building');
    await run(process.execPath, [join(root, 'infra', 'build.mjs')], { cwd: root, signal, onLine: (line) => words.push(line.trim()) });
  } catch (error) {
    step.failed();
    signal?.throwIfAborted();
    throw new Remedy(`The sources do not build, so there is nothing to start:\n  ${words.slice(-20).join('\n  ')}\n${words.length > 0 ? '' : error.message}`.trimEnd());
  }
  const built = words.filter((line) => / built in /.test(line)).map((line) => line.split(/\s+/)[0]);
  step.done(built.length > 0 ? built.join(', ') : 'unchanged');
}
