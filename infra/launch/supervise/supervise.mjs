// One child: started, watched until it is ready, started again when it dies, ended when we end.
import { setTimeout as pause } from 'node:timers/promises';
import { Remedy } from '../../ground/remedy.mjs';
import { seconds } from '../../ground/terminal.mjs';
import { until } from '../../ground/wait.mjs';
import { endGroup, startChild } from './child.mjs';

const DEATHS_ALLOWED = 5; // within DEATHS_COUNT_MS; the fifth is the last
const DEATHS_ALLOWED_BEFORE_READY = 2; // what dies in its first steps will do so again: say it soon
const DEATHS_COUNT_MS = 60_000;
const LONGEST_PAUSE_MS = 5000;
const NOT_YET_PAUSE_MS = 250;

/** Immediately the first time, then 0.25 s, 0.5 s, 1 s … */
export const pauseBeforeRestart = (deaths) => (deaths <= 1 ? 0 : Math.min(250 * 2 ** (deaths - 2), LONGEST_PAUSE_MS));

/**
 * @typedef {object} Description
 * @property {string} name
 * @property {string} command
 * @property {readonly string[]} args
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {() => Promise<string | undefined>} whyNotReady answers why it is not ready yet, or undefined when it is
 * @property {number} [readyWithinMs]
 * @property {NodeJS.Signals} [stopSignal]
 * @property {number} [stopWithinMs] after this it is ended without being asked
 * @property {number} [priority] as `os.setPriority` takes it; lower goes first
 * @property {(lastLines: string[]) => boolean} [meansNotYet] whether a death before readiness only says "try again a little later"
 * @property {() => void | Promise<void>} [afterDeath]
 * @property {string} remedy what to do when it cannot be kept running
 *
 * @typedef {object} Listeners
 * @property {(event: { name: string, how: string, afterMs: number }) => void} [onRestart]
 * @property {(error: Remedy) => void} [onGivenUp]
 * @property {() => void} [onPid] the process id has changed
 */

export class Supervised {
  #description;
  #log;
  #listeners;
  #child;
  #stopping = false;
  #wasReady = false;
  #deaths = [];

  /**
   * @param {Description} description
   * @param {ReturnType<typeof import('./log-file.mjs').logFile>} log
   * @param {Listeners} [listeners]
   */
  constructor(description, log, listeners = {}) {
    this.#description = { stopSignal: 'SIGTERM', stopWithinMs: 10_000, readyWithinMs: 60_000, ...description };
    this.#log = log;
    this.#listeners = listeners;
  }

  get name() {
    return this.#description.name;
  }

  get stopSignal() {
    return this.#description.stopSignal;
  }

  /** Of the present process; undefined while there is none. */
  get pid() {
    return this.#child?.how === undefined ? this.#child?.pid : undefined;
  }

  /** Sends a signal to the present process, as a fault would come; the supervisor sees only the death. */
  kill(signal = 'SIGKILL') {
    return this.pid !== undefined && this.#child.kill(signal);
  }

  /** Starts it, and again as often as is allowed, until it is ready. */
  async start() {
    const { meansNotYet, readyWithinMs } = this.#description;
    const began = performance.now();
    while (!this.#stopping) {
      this.#child = startChild(this.#description, this.#log);
      this.#listeners.onPid?.();
      const how = await this.#readyOrDead();
      if (this.#stopping) return;
      if (how === undefined) {
        this.#wasReady = true;
        void this.#child.ended.then((end) => this.#revive(end));
        return;
      }
      await this.#tidyUp();
      const isPatient = meansNotYet?.(this.#log.lastLines()) && performance.now() - began < readyWithinMs;
      await pause(isPatient ? NOT_YET_PAUSE_MS : this.#countDeath(how));
    }
  }

  /** Ends it for good: asks first, then does not ask. */
  async stop({ atOnce = false } = {}) {
    this.#stopping = true;
    const child = this.#child;
    if (child?.pid === undefined) return;
    if (atOnce) endGroup(child.pid);
    else child.kill(this.#description.stopSignal);
    const impatience = new AbortController();
    const late = pause(this.#description.stopWithinMs, 'late', { signal: impatience.signal }).catch(() => undefined);
    if ((await Promise.race([child.ended, late])) === 'late') child.kill('SIGKILL');
    impatience.abort();
    await child.ended;
    await this.#tidyUp();
  }

  /** Answers undefined when it is ready, or how it ended before. */
  async #readyOrDead() {
    const { whyNotReady, readyWithinMs } = this.#description;
    const child = this.#child;
    let why;
    const isDecided = async () => {
      if (this.#stopping || child.how !== undefined) return true;
      why = await whyNotReady();
      return why === undefined;
    };
    const late = () => this.#givenUp(`runs, but was not ready within ${seconds(readyWithinMs)} (${why})`);
    await until(isDecided, { withinMs: readyWithinMs, everyMs: 40, otherwise: late });
    return child.how;
  }

  async #revive(how) {
    if (this.#stopping) return;
    const began = performance.now();
    try {
      await this.#tidyUp();
      await pause(this.#countDeath(how));
      await this.start();
      if (!this.#stopping) this.#listeners.onRestart?.({ name: this.name, how, afterMs: performance.now() - began });
    } catch (error) {
      if (!this.#stopping) this.#listeners.onGivenUp?.(error);
    }
  }

  async #tidyUp() {
    if (this.#child.pid !== undefined) endGroup(this.#child.pid);
    await this.#description.afterDeath?.();
  }

  /** Answers how long to wait before the next start; throws when there shall be none. */
  #countDeath(how) {
    const now = performance.now();
    this.#deaths = [...this.#deaths.filter((at) => now - at < DEATHS_COUNT_MS), now];
    const count = this.#deaths.length;
    if (!this.#wasReady && count >= DEATHS_ALLOWED_BEFORE_READY) throw this.#givenUp(`ended before it was ready (${how}), and again when started again`);
    if (count >= DEATHS_ALLOWED) throw this.#givenUp(`ended ${count} times within a minute (at last: ${how}) and is not started again`);
    return pauseBeforeRestart(count);
  }

  #givenUp(what) {
    const lines = this.#log.lastLines();
    const words = lines.length > 0 ? `its last lines:\n  ${lines.join('\n  ')}` : 'it said nothing.';
    return new Remedy(`${this.name} ${what}. ${this.#description.remedy}\n  The whole log is ${this.#log.path}; ${words}`);
  }
}
