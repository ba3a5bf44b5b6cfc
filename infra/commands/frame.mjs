// The frame around our commands: how they begin, and how they end when something is wrong.
import { bootstrap, bootstrapContext, firstSteps } from '../bootstrap/index.mjs';
import { whyTooOld } from '../bootstrap/node-version.mjs';
import { continueOnOwnNode, isContinuation } from './own-node.mjs';
import { explain } from '../ground/remedy.mjs';

const ENDED_ON_REQUEST = 130;

/** Runs `work` as a whole command: its errors become words on the terminal and an exit code. */
export async function command(work, { signal } = {}) {
  try {
    process.exitCode = (await work()) ?? process.exitCode ?? 0;
  } catch (error) {
    if (signal?.aborted) {
      process.exitCode = ENDED_ON_REQUEST;
      return;
    }
    process.stderr.write(`\n${explain(error)}\n`);
    process.exitCode = 1;
  }
}

/**
 * The first half on the system's Node (packages), the second on the project's. Answers the context of the second half, or the exit
 * code when another process has done all of it.
 */
export async function begin({ terminal, signal }) {
  const tooOld = whyTooOld();
  if (tooOld) {
    terminal.line(tooOld);
    return { exitCode: 1 };
  }
  const context = bootstrapContext({ terminal, signal });
  if (!isContinuation()) await bootstrap(context, firstSteps);
  const exitCode = await continueOnOwnNode(signal);
  return exitCode === undefined ? { context } : { exitCode };
}
