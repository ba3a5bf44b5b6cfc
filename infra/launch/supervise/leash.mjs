// Children must not outlive a launcher that was killed outright and could stop nobody. Linux can promise that: a process may ask to
// be sent a signal when its parent dies, and `setpriv` asks it in the name of the program that it then becomes (same process id).
import { execFileSync } from 'node:child_process';
import { onPath } from '../../ground/executables.mjs';

let known;

function leashProgram() {
  if (known !== undefined) return known;
  known = false;
  const program = process.platform === 'linux' && onPath(['setpriv']);
  try {
    if (program && execFileSync(program, ['--help'], { encoding: 'utf8' }).includes('--pdeathsig')) known = program;
  } catch {
    known = false; // a setpriv that cannot say what it can do is not used; the next start ends what was left over
  }
  return known;
}

/** The command that runs `command` on a leash, where there is one. `signal`: what it is sent when we die. */
export function leashed(command, args, signal = 'SIGTERM') {
  const program = leashProgram();
  return program ? { command: program, args: ['--pdeathsig', signal.replace(/^SIG/, ''), '--', command, ...args] } : { command, args };
}
