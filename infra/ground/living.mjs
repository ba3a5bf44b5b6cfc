// Which process a number means. A process id alone is not enough: numbers are used again, so the time of its start goes with it.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

function statFields(pid) {
  // The second field is the name in brackets and may itself hold spaces and brackets: read behind the last one.
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** When the process started, in the system's own words, or undefined if it is not alive (a zombie is not). */
export function startOf(pid) {
  try {
    if (process.platform === 'linux') {
      const fields = statFields(pid);
      return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
    }
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
  } catch {
    return undefined; // both ways of asking fail when there is no such process
  }
}

/** What to write down about a process so that it can be known again. */
export const identify = (pid) => ({ pid, startedAt: startOf(pid) });

export function isAlive({ pid, startedAt }) {
  return Number.isInteger(pid) && pid > 0 && startedAt !== undefined && startOf(pid) === startedAt;
}
