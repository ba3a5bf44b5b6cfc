import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './frame.mjs';
import { isAlive } from '../ground/living.mjs';
import { stateFolder } from '../ground/paths.mjs';
import { Remedy } from '../ground/remedy.mjs';
import { terminal as visible } from '../ground/terminal.mjs';
import { until } from '../ground/wait.mjs';
import { removePostgresFiles } from '../launch/services/postgres.mjs';
import { endLeftovers, readState } from '../launch/supervise/state-file.mjs';

const PATIENCE_MS = 40_000; // a launcher that ends properly lets recordings be closed first

async function endLauncher(folder) {
  const launcher = readState(folder)?.launcher;
  if (!launcher || !isAlive(launcher)) return undefined;
  process.kill(launcher.pid, 'SIGTERM');
  const isGone = () => !isAlive(launcher);
  await until(isGone, { withinMs: PATIENCE_MS, everyMs: 100, otherwise: new Error('still there') }).catch(() => process.kill(launcher.pid, 'SIGKILL'));
  await until(isGone, { withinMs: 5000, otherwise: new Remedy(`Process ${launcher.pid} runs Yaji here and cannot be ended. End it yourself, then run this again.`) });
  return launcher.pid;
}

function empty(folder) {
  try {
    removePostgresFiles(join(folder, 'postgres'));
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EPERM') throw error;
    throw new Remedy(`${error.path ?? folder} belongs to another account (was Yaji started as root?) and cannot be removed. Run  sudo npm run reset`);
  }
}

/** Ends what runs in `folder` and removes all that it keeps. */
export async function resetFolder(folder, terminal) {
  if (!existsSync(folder)) {
    terminal.line('There is nothing to reset: Yaji has not been started in this checkout.');
    return;
  }
  const step = terminal.step('reset');
  try {
    const pid = await endLauncher(folder);
    const left = await endLeftovers(folder);
    empty(folder);
    const ended = pid ? `ended process ${pid}, ` : left.length > 0 ? `ended ${left.join(', ')}, ` : '';
    step.done(`${ended}emptied ${folder}`);
  } catch (error) {
    step.failed();
    throw error;
  }
}

export const reset = () => command(() => resetFolder(stateFolder, visible()));
