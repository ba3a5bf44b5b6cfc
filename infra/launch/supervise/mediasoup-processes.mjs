// The mediasoup workers are the media node's own children: found by asking the system, so that a test can end one.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

function allOnLinux() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return state === 'Z' ? [] : [{ pid: Number(pid), parent: Number(parent), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] }];
      } catch {
        return []; // it ended while we looked
      }
    });
}

function allElsewhere() {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter(Boolean)
    .map(([, pid, parent, command]) => ({ pid: Number(pid), parent: Number(parent), command }));
}

/** Process ids of the media node's mediasoup workers, in the order of their start. */
export function mediasoupProcesses(mediaPid) {
  if (!mediaPid) return [];
  const all = process.platform === 'linux' ? allOnLinux() : allElsewhere();
  return all.filter(({ parent, command }) => parent === mediaPid && command.includes('mediasoup-worker')).map(({ pid }) => pid);
}
