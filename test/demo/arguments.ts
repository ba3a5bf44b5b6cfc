import { parseArgs } from 'node:util';
import type { Fault } from '../pages/ground.ts';

export const faults: readonly Fault[] = ['api', 'media', 'mediasoup', 'worker', 'redis', 'postgres'];

/** `turnSeconds`: how long each turn is held. `kill`: what is ended in the middle of the third. `keep`: what there is to look at afterwards is put there. */
export type Wishes = { headed: boolean; turnSeconds: number; kill: Fault | null; keep: string | null };

export const usage = `usage: npm run demo -- [--headed] [--seconds N] [--kill ${faults.join('|')}] [--keep FOLDER]
  --headed     shows the windows
  --seconds N  how long each of the six turns lasts (default 12, at least 6)
  --kill WHAT  ends that program outright in the middle of the third turn, and checks what comes of it
  --keep DIR   keeps the recording, the minutes and all that was measured there`;

/** What was asked for, or what is wrong with it. */
export function readWishes(words: readonly string[]): Wishes | { wrong: string } {
  try {
    const { values } = parseArgs({
      args: [...words], allowPositionals: false,
      options: { headed: { type: 'boolean', default: false }, seconds: { type: 'string', default: '12' }, kill: { type: 'string' }, keep: { type: 'string' } },
    });
    const turnSeconds = Number(values.seconds);
    if (!(turnSeconds >= 6 && turnSeconds <= 600)) return { wrong: `--seconds is ${values.seconds}; it is to be a number from 6 to 600` };
    const kill = faults.find((one) => one === values.kill) ?? null;
    if (values.kill !== undefined && !kill) return { wrong: `--kill does not know ${values.kill}` };
    return { headed: values.headed, turnSeconds, kill, keep: values.keep ?? null };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}
