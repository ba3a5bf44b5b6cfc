import { bootstrap, foundEnvironment, toRun } from '../bootstrap/index.mjs';
import { build } from './build.mjs';
import { begin, command } from './frame.mjs';
import { elapsedMs } from './own-node.mjs';
import { isAlive } from '../ground/living.mjs';
import { stateFolder } from '../ground/paths.mjs';
import { explain } from '../ground/remedy.mjs';
import { endingSignal } from './signals.mjs';
import { seconds, terminal as visible } from '../ground/terminal.mjs';
import { launchIn } from '../launch/launch-in.mjs';
import { linksBlock } from '../launch/links.mjs';
import { readState } from '../launch/supervise/state-file.mjs';
import { AlreadyRunning } from '../launch/house.mjs';

/** A second start in the same checkout says where the first one is; that is what its caller wanted to know. */
function runningState() {
  const state = readState(stateFolder);
  return state && isAlive(state.launcher) ? state : undefined;
}

function sayRunning(terminal, { launcher, urls, links }) {
  if (!urls.api) {
    terminal.line(`Yaji is just being started here by process ${launcher.pid}; its links appear there in a moment.`);
    return;
  }
  terminal.line(`Yaji is already running here (process ${launcher.pid}):`);
  terminal.line(linksBlock({ urls, links }));
  terminal.line(`To end it:  kill ${launcher.pid}`);
}

function untilEnded(signal, system) {
  return new Promise((resolve, reject) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
    system.onFailure(reject);
  });
}

async function run({ terminal, signal, hold }) {
  const running = runningState();
  if (running) return sayRunning(terminal, running);

  const { context, exitCode } = await begin({ terminal, signal });
  if (!context) return exitCode;
  const found = await bootstrap(context, toRun);
  await build({ terminal, signal });

  let system;
  try {
    system = await launchIn({ dataDir: stateFolder, given: { ...process.env, ...foundEnvironment(found) }, usual: true, found, terminal, signal });
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error;
    return sayRunning(terminal, error.state ?? { launcher: error.holder, urls: {}, links: {} });
  }
  hold(system);
  system.onRestart(({ name, how, afterMs }) => terminal.problem(`${name} ended (${how}); restarted in ${seconds(afterMs)}`));
  terminal.line(linksBlock({ urls: system.urls, links: system.links, publicUrl: system.env.YAJI_PUBLIC_URL }));
  terminal.line('How the house stands:  npm run yaji -- ops  prints the link for whoever runs it.');
  terminal.line(`Up in ${seconds(elapsedMs())}. Logs: .yaji/logs. Ctrl-C ends it.`);
  try {
    await untilEnded(signal, system);
    terminal.line();
    return 0;
  } finally {
    await stop(system, terminal);
  }
}

async function stop(system, terminal) {
  const step = terminal.step('stopping');
  try {
    await system.stop();
    step.done('everything has ended');
  } catch (error) {
    step.failed();
    terminal.problem(explain(error));
  }
}

export async function start() {
  const terminal = visible();
  let system;
  const signal = endingSignal({ again: () => void system?.stop({ atOnce: true }) });
  await command(() => run({ terminal, signal, hold: (one) => (system = one) }), { signal });
}
