import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const FULL = 20_000_000; // bytes; then the file is put aside as .1 and a new one begun, so a week's logs do not fill the disk
const REMEMBERED = 30; // lines, to say what somebody's last words were
const ERROR_LEVEL = 50; // pino's

/** What a structured line complains of, or undefined: only errors are for the terminal, everything else stays in the file. */
export function complaintIn(line) {
  if (!line.startsWith('{')) return undefined;
  try {
    const { level, msg, message, err } = JSON.parse(line);
    if (typeof level !== 'number' || level < ERROR_LEVEL) return undefined;
    return [msg ?? message, err?.message].filter(Boolean).join(': ') || line;
  } catch {
    return undefined; // not structured after all
  }
}

/**
 * A log for one child. Written at once and in order: what a dying process said last is what one wants to read.
 * @param {string} path
 * @param {{ onComplaint?: (words: string) => void, full?: number }} [options] `full`: bytes
 */
export function logFile(path, { onComplaint, full = FULL } = {}) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  let file = openSync(path, 'a');
  let size = fstatSync(file).size;
  let partial = '';
  const last = [];

  const hearLine = (line) => {
    last.push(line);
    if (last.length > REMEMBERED) last.shift();
    const complaint = complaintIn(line);
    if (complaint) onComplaint?.(complaint);
  };
  const turnOver = () => {
    closeSync(file);
    renameSync(path, `${path}.1`);
    file = openSync(path, 'a');
    size = 0;
  };
  let isDiskFull = false;
  const put = (chunk) => {
    try {
      if (size > full) turnOver();
      size += writeSync(file, chunk);
      isDiskFull = false;
    } catch (error) {
      if (error.code !== 'ENOSPC') throw error;
      if (!isDiskFull) onComplaint?.('the disk is full: logs are lost, and soon more than logs. Free some space.');
      isDiskFull = true;
    }
  };
  return {
    path,
    write(chunk) {
      if (file === undefined) return;
      put(chunk);
      const lines = (partial + chunk).split('\n');
      partial = lines.pop() ?? '';
      for (const line of lines) if (line) hearLine(line);
    },
    lastLines: (count = 8) => [...last, ...(partial ? [partial] : [])].slice(-count),
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}
