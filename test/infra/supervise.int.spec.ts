import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { identify, isAlive } from '../../infra/ground/living.mjs';
import { tryLock, unlock, withLock } from '../../infra/ground/lock.mjs';
import { root } from '../../infra/ground/paths.mjs';
import { until } from '../../infra/ground/wait.mjs';
import { logFile } from '../../infra/launch/supervise/log-file.mjs';
import { endLeftovers } from '../../infra/launch/supervise/state-file.mjs';
import { Supervised } from '../../infra/launch/supervise/supervise.mjs';

interface Restart {
  name: string;
  how: string;
  afterMs: number;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yaji-supervise-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const soon = <T>(condition: () => T | Promise<T>) => until(condition, { withinMs: 10_000, everyMs: 20, otherwise: new Error('it did not happen within 10 s') });
const isGone = (pid: number) => !isAlive(identify(pid));

/** A child that is ready when it has written its process id (and its own child's) into a file. */
function supervised(program: string, listeners: ConstructorParameters<typeof Supervised>[2] = {}, more: object = {}) {
  const ready = join(folder, 'ready');
  const description = {
    name: 'child',
    command: process.execPath,
    args: ['-e', program, ready],
    env: { PATH: process.env.PATH },
    whyNotReady: async () => {
      try {
        return readFileSync(ready, 'utf8').startsWith(String(child.pid)) ? undefined : 'another wrote the file';
      } catch (error) {
        return (error as Error).message;
      }
    },
    remedy: 'Do something else.',
    ...more,
  };
  const child: Supervised = new Supervised(description, logFile(join(folder, 'child.log')), listeners);
  return { child, pids: () => readFileSync(ready, 'utf8').split(' ').map(Number) };
}

const stays = 'require("fs").writeFileSync(process.argv[1], String(process.pid)); setInterval(() => {}, 1000)';
const withOwnChild = `
  const grandchild = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  require('fs').writeFileSync(process.argv[1], process.pid + ' ' + grandchild.pid); setInterval(() => {}, 1000)`;

describe('a supervised child', () => {
  it('is started again when it is killed, and that is said', async () => {
    const restarts: Restart[] = [];
    const { child } = supervised(stays, { onRestart: (event: Restart) => restarts.push(event) });
    await child.start();
    const first = child.pid;
    child.kill('SIGKILL');
    await soon(() => restarts.length === 1);
    expect(restarts[0]).toMatchObject({ name: 'child', how: 'SIGKILL' });
    expect(restarts[0]?.afterMs).toBeLessThan(3000);
    expect(child.pid).not.toBe(first);
    await child.stop();
  });

  it('goes before others where the system lets it, also after a restart, and is started all the same where it does not', async () => {
    const restarts: Restart[] = [];
    const priority = constants.priority.PRIORITY_ABOVE_NORMAL;
    const { child } = supervised(stays, { onRestart: (event: Restart) => restarts.push(event) }, { priority });
    await child.start();
    const allowed = process.getuid?.() === 0 ? priority : getPriority();
    expect(getPriority(child.pid)).toBe(allowed);
    child.kill('SIGKILL');
    await soon(() => restarts.length === 1);
    expect(getPriority(child.pid)).toBe(allowed);
    await child.stop();
  });

  it('leaves nobody behind when it is stopped, nor when it dies', async () => {
    const restarts: Restart[] = [];
    const { child, pids } = supervised(withOwnChild, { onRestart: (event: Restart) => restarts.push(event) });
    await child.start();
    const before = pids();
    child.kill('SIGKILL');
    await soon(() => restarts.length === 1);
    const after = pids();
    await child.stop();
    await soon(() => [...before, ...after].every(isGone));
    expect(child.pid).toBeUndefined();
  });

  it('is ended without being asked when asking does not help', async () => {
    const { child } = supervised(`process.on('SIGTERM', () => {}); ${stays}`, {}, { stopWithinMs: 200 });
    await child.start();
    const { pid } = child;
    await child.stop();
    expect(isGone(pid as number)).toBe(true);
  });

  it('is given up soon if it never gets ready, with its last words', async () => {
    const { child } = supervised('console.log("the port is taken"); process.exit(3)');
    await expect(child.start()).rejects.toThrow(/child ended before it was ready \(exit code 3\).*Do something else.*the port is taken/s);
  });

  it('is given up after five deaths within a minute', async () => {
    const failures: Error[] = [];
    const { child } = supervised(stays, { onGivenUp: (error: Error) => failures.push(error) });
    await child.start();
    while (failures.length === 0) {
      child.kill('SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(failures[0]?.message).toMatch(/child ended 5 times within a minute \(at last: SIGKILL\) and is not started again\. Do something else\./);
    await child.stop();
  }, 30_000);

  it('that runs without ever being ready is not waited for without end', async () => {
    const { child } = supervised('setInterval(() => {}, 1000)', {}, { readyWithinMs: 300 });
    await expect(child.start()).rejects.toThrow(/runs, but was not ready within 0\.3 s/);
    await child.stop();
  });

  it('that cannot be started at all says why', async () => {
    const { child } = supervised(stays, {}, { command: join(folder, 'no-such-program') });
    await expect(child.start()).rejects.toThrow(/no-such-program|exit code 127/);
  });
});

/** Runs lines of a program that knows our modules; answers the process. */
function launcherThat(lines: string) {
  const file = join(folder, 'launcher.mjs');
  writeFileSync(
    file,
    `import { Supervised } from '${root}/infra/launch/supervise/supervise.mjs';
     import { logFile } from '${root}/infra/launch/supervise/log-file.mjs';
     import { stateFile } from '${root}/infra/launch/supervise/state-file.mjs';
     import { identify } from '${root}/infra/ground/living.mjs';
     ${lines}`,
  );
  return spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
}

const firstLine = async (child: ReturnType<typeof launcherThat>) => String((await once(child.stdout, 'data'))[0]).trim();

describe('when the launcher itself is killed outright', () => {
  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux('its children end at once', async () => {
    const launcher = launcherThat(`
      const child = new Supervised({ name: 'c', command: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'], whyNotReady: async () => undefined, remedy: '' },
        logFile('${join(folder, 'c.log')}'));
      await child.start();
      console.log(child.pid);
      setInterval(() => {}, 1000);`);
    const pid = Number(await firstLine(launcher));
    expect(isGone(pid)).toBe(false);
    launcher.kill('SIGKILL');
    await soon(() => isGone(pid));
  });

  it('the next start ends what was written down, and only that', async () => {
    const launcher = launcherThat(`
      import { spawn } from 'node:child_process';
      const start = () => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
      const left = start(), other = start();
      stateFile('${folder}').write({ children: { api: identify(left.pid), worker: { ...identify(other.pid), startedAt: 'another time' } } });
      console.log(left.pid, other.pid);
      setInterval(() => {}, 1000);`);
    const [left, other] = (await firstLine(launcher)).split(' ').map(Number) as [number, number];
    launcher.kill('SIGKILL');
    try {
      expect(await endLeftovers(folder)).toEqual(['api']);
      expect([isGone(left), isGone(other)]).toEqual([true, false]);
    } finally {
      process.kill(other, 'SIGKILL');
    }
  });
});

describe('a lock', () => {
  const path = () => join(folder, 'lock');

  it('has one living holder, who is named to others', async () => {
    expect(await tryLock(path())).toBeUndefined();
    expect(await tryLock(path())).toMatchObject({ pid: process.pid });
    await unlock(path());
    expect(await tryLock(path())).toBeUndefined();
    await unlock(path());
  });

  it('of a dead holder is free', async () => {
    writeFileSync(path(), JSON.stringify({ pid: process.pid, startedAt: 'before the last boot' }));
    expect(await tryLock(path())).toBeUndefined();
    await unlock(path());
  });

  it('lets one work after the other', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 30));
      inside--;
    };
    await Promise.all([1, 2, 3].map(() => withLock(path(), work)));
    expect(most).toBe(1);
  });
});
