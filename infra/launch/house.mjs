// The house that holds the children of one folder: takes the folder, starts what it is given, and ends all of it in the opposite order.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { whyLittleSpace } from '../ground/disk.mjs';
import { identify } from '../ground/living.mjs';
import { tryLock, unlock } from '../ground/lock.mjs';
import { Remedy } from '../ground/remedy.mjs';
import { fewComplaints } from './supervise/complaints.mjs';
import { logFile } from './supervise/log-file.mjs';
import { endLeftovers, readState, stateFile } from './supervise/state-file.mjs';
import { Supervised } from './supervise/supervise.mjs';

const lockIn = (dataDir) => join(dataDir, 'launcher.lock');

/** Another launcher has this folder. `state` is what it wrote down. */
export class AlreadyRunning extends Remedy {
  name = 'AlreadyRunning';

  constructor(holder, state) {
    super(`Yaji is already running here (process ${holder.pid}). To end it, press Ctrl-C where it runs, or  kill ${holder.pid}`);
    this.holder = holder;
    this.state = state;
  }
}

async function moveIn(dataDir, terminal) {
  mkdirSync(dataDir, { recursive: true });
  const holder = await tryLock(lockIn(dataDir));
  if (holder) throw new AlreadyRunning(holder, readState(dataDir));
  try {
    const left = await endLeftovers(dataDir);
    if (left.length > 0) terminal.line(`Ended what an earlier start had left running: ${left.join(', ')}`);
    const littleSpace = whyLittleSpace(dataDir);
    if (littleSpace) terminal.problem(littleSpace);
  } catch (error) {
    await unlock(lockIn(dataDir));
    throw error;
  }
}

class House {
  #dataDir;
  #terminal;
  #state;
  #children = [];
  #restarts = [];
  #failures = [];
  #stopped;

  constructor(dataDir, terminal) {
    this.#dataDir = dataDir;
    this.#terminal = terminal;
    this.#state = stateFile(dataDir);
    this.#state.write({});
  }

  /** @param {import('./supervise/supervise.mjs').Description} description */
  async start(description) {
    const { name } = description;
    const where = join(this.#dataDir, 'logs', `${name}.log`);
    const log = logFile(where, { onComplaint: fewComplaints((words) => this.#terminal.problem(`${name}: ${words}`), { where }) });
    const child = new Supervised(description, log, {
      onPid: () => this.#recordChildren(),
      onRestart: (event) => this.#restarts.forEach((listen) => listen(event)),
      onGivenUp: (error) => this.#failures.forEach((listen) => listen(error)),
    });
    this.#children.push({ child, log });
    if (!this.#stopped) await child.start();
  }

  child(name) {
    return this.#children.find(({ child }) => child.name === name)?.child;
  }

  onRestart(listen) {
    this.#restarts.push(listen);
  }

  onFailure(listen) {
    this.#failures.push(listen);
  }

  /** Writes down where everything is, for whoever asks later. */
  record(places) {
    this.#state.write(places);
  }

  /** Asking twice is not an error; asking `atOnce` the second time hurries the first. */
  stop(options = {}) {
    if (this.#stopped && options.atOnce) for (const { child } of this.#children) child.kill('SIGKILL');
    this.#stopped ??= this.#stopAll(options);
    return this.#stopped;
  }

  async #stopAll(options) {
    for (const { child, log } of [...this.#children].reverse()) {
      await child.stop(options);
      log.close();
    }
    rmSync(join(this.#dataDir, 'state.json'), { force: true });
    await unlock(lockIn(this.#dataDir));
  }

  #recordChildren() {
    const alive = this.#children.map(({ child }) => child).filter(({ pid }) => pid);
    this.#state.write({ children: Object.fromEntries(alive.map(({ name, pid, stopSignal }) => [name, { ...identify(pid), stopSignal }])) });
  }
}

/** @param {{ dataDir: string, terminal: ReturnType<typeof import('../ground/terminal.mjs').terminal> }} around */
export async function openHouse({ dataDir, terminal }) {
  await moveIn(dataDir, terminal);
  return new House(dataDir, terminal);
}

export function demandProgram(path, name) {
  if (existsSync(path)) return path;
  throw new Remedy(`${path} is missing, so ${name} cannot be started. Build first:  npm run build`);
}
