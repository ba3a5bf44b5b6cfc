import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 400;

/** `{ parent, command }` of a process, or undefined when it is gone. */
function lookUp(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return { parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') };
    }
    const [, parent, command] = /^\s*(\d+)\s+(.*)/.exec(execFileSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' })) ?? [];
    return { parent: Number(parent), command };
  } catch {
    return undefined; // it is gone
  }
}

function exists(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * npm runs us under a shell, and what ends npm ends that shell at best: we would go on alone, unseen. So when npm or its shell is gone,
 * we go too. Whoever started us without npm may leave; then we stay.
 */
function whenNpmIsGone(tell) {
  const shell = process.ppid;
  const above = lookUp(shell)?.parent;
  // Some shells become the command they run; then our parent is npm itself, and above it is somebody who may leave.
  const npm = above && lookUp(above)?.command.includes('npm') ? above : undefined;
  const watch = setInterval(() => {
    if (process.ppid === shell && (npm === undefined || exists(npm))) return;
    clearInterval(watch);
    tell();
  }, LOOK_EVERY_MS);
  watch.unref();
}

/**
 * An AbortSignal for "somebody wants us to end": Ctrl-C, kill, or a closed terminal.
 * @param {{ again?: () => void }} [options] `again` hears every further wish
 */
export function endingSignal({ again } = {}) {
  const ending = new AbortController();
  const hear = (name) => {
    if (ending.signal.aborted) again?.();
    else ending.abort(new DOMException(`ended by ${name}`, 'AbortError'));
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, hear);
  // After a Ctrl-C npm goes too; that is not a second wish.
  if (process.env.npm_lifecycle_event) whenNpmIsGone(() => ending.signal.aborted || hear('the end of npm'));
  // Whoever read our lines may have gone; that is no reason to leave the children alone.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return ending.signal;
}
