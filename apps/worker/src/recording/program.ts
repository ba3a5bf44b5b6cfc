import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';

/** A program with its arguments as a list, never through a shell. `limitMs`: it is ended when it takes longer. */
export type Program = { path: string; args: readonly string[]; cwd: string; limitMs: number; signal: AbortSignal; heard?: (line: string) => void };

const tailLines = 12;

/** What a program said last explains why it failed. */
export class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed';
  /** `killed`: somebody ended it, the same may work the next time. `absent`: there is no such program. */
  constructor(program: string, how: string, tail: readonly string[], private readonly because: 'killed' | 'absent' | null = null) {
    super(`${program} ${how}${tail.length > 0 ? `: ${tail.join(' / ')}` : ''}`);
  }

  get isKilled(): boolean {
    return this.because === 'killed';
  }

  get isAbsent(): boolean {
    return this.because === 'absent';
  }
}

/** Cuts a stream into lines; the last one may be unfinished until the end. */
function lines(heard: (line: string) => void): { take: (chunk: Buffer) => void; end: () => void } {
  let rest = '';
  return {
    take: (chunk) => {
      const parts = (rest + chunk.toString('utf8')).split(/\r?\n|\r/);
      rest = parts.pop() ?? '';
      parts.forEach(heard);
    },
    end: () => {
      if (rest !== '') heard(rest);
      rest = '';
    },
  };
}

/** The live room comes first, and turns become clips while it goes on; after it there is nobody to give way to. */
const NICENESS = 15;

function giveWay(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, NICENESS);
  } catch (fault) {
    // It may have ended already (ESRCH), or the system does not let us (EACCES, EPERM): then it runs as it is.
    if (typeof fault !== 'object' || fault === null || !('code' in fault)) throw fault;
  }
}

/** Runs a program whose failure is an answer too: null when it ended well. */
export async function attempt(program: Program): Promise<ProgramFailed | null> {
  try {
    await run(program);
    return null;
  } catch (failure) {
    if (failure instanceof ProgramFailed) return failure;
    throw failure;
  }
}

/** Runs a program to its end; `heard` gets each line of its standard output. Rejects with ProgramFailed, or with the signal's reason. */
export function run({ path, args, cwd, limitMs, signal, heard }: Program): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const child = spawn(path, [...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    giveWay(child.pid);
    const tail: string[] = [];
    const out = lines((line) => heard?.(line));
    const complaints = lines((line) => {
      tail.push(line.slice(0, 300));
      if (tail.length > tailLines) tail.shift();
    });
    let late = false;
    const kill = (): void => void child.kill('SIGKILL');
    const timer = setTimeout(() => {
      late = true;
      kill();
    }, limitMs);
    signal.addEventListener('abort', kill, { once: true });
    child.stdout.on('data', out.take);
    child.stderr.on('data', complaints.take);
    const settle = (failure: Error | null): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
      if (failure === null) resolve();
      else reject(failure);
    };
    child.on('error', (cause) => settle(new ProgramFailed(path, `could not be started (${cause.message})`, [], 'absent')));
    child.on('close', (code, killedBy) => {
      out.end();
      complaints.end();
      if (signal.aborted) settle(new Error(`${path} was stopped`, { cause: signal.reason }));
      else if (late) settle(new ProgramFailed(path, `took longer than ${Math.round(limitMs / 1_000)} s`, tail));
      else settle(code === 0 ? null : new ProgramFailed(path, `ended with ${killedBy ?? `code ${code}`}`, tail, killedBy === 'SIGKILL' || killedBy === 'SIGTERM' ? 'killed' : null));
    });
  });
}
