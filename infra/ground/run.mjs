import { spawn } from 'node:child_process';

/** A command that ended badly, with the last lines it said. */
export class CommandFailed extends Error {
  name = 'CommandFailed';

  constructor({ command, args, code, signal, output }) {
    const ending = signal ? `ended by ${signal}` : `ended with ${code}`;
    const last = output.trimEnd().split('\n').slice(-12).join('\n');
    super(`${[command, ...args].join(' ')} ${ending}${last ? `\n${last}` : ''}`);
    this.code = code;
    this.signal = signal;
    this.output = output;
  }
}

const KEPT_CHARACTERS = 1_000_000; // enough for any answer we read; a talkative command must not fill the memory

/**
 * Runs a command to its end and answers what it said on both outputs, in order.
 * Rejects with CommandFailed on any ending but 0, and with an AbortError when `signal` is aborted (the command is ended too).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number, signal?: AbortSignal, input?: string,
 *           onLine?: (line: string) => void, inherit?: boolean }} [options]
 *   `inherit` lets the command write to our own terminal; nothing is collected then.
 * @returns {Promise<string>}
 */
export function run(command, args, { onLine, input, inherit = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const outputs = inherit ? 'inherit' : 'pipe';
    const child = spawn(command, args, { ...options, stdio: [input === undefined ? 'ignore' : 'pipe', outputs, outputs] });
    let output = '';
    let partial = '';
    const hear = (chunk) => {
      output = (output + chunk).slice(-KEPT_CHARACTERS);
      const lines = (partial + chunk).split('\n');
      partial = lines.pop() ?? '';
      if (onLine) lines.forEach(onLine);
    };
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', hear);
    if (input !== undefined) {
      child.stdin.on('error', () => {}); // a command that does not read its input says so by its ending
      child.stdin.end(input);
    }
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (partial && onLine) onLine(partial);
      if (code === 0) resolve(output);
      else reject(new CommandFailed({ command, args, code, signal, output }));
    });
  });
}
