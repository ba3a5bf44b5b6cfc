import { parseArgs } from 'node:util';
import type { Fault } from '../pages/ground.ts';

export const faults: readonly Fault[] = ['api', 'media', 'mediasoup', 'worker', 'redis', 'postgres'];

export const scenarioNames = ['salon', 'council', 'award'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

/** `turnSeconds`: how long each turn is held. `kill`: what is ended in the middle of the third. `keep`: what there is to look at afterwards is put there. */
export type Wishes = { scenario: ScenarioName; headed: boolean; turnSeconds: number; kill: Fault | null; keep: string | null };

export const usage = `usage: npm run demo -- [--scenario ${scenarioNames.join('|')}] [--headed] [--seconds N] [--kill ${faults.join('|')}] [--keep FOLDER]
  --scenario   salon: a member salon online (default); council: a debate and votes in a hall and online; award: a ranked vote of 200
  --headed     shows the windows
  --seconds N  how long each turn lasts (default 12, at least 6)
  --kill WHAT  ends that program outright in the middle of the salon's third turn, and checks what comes of it
  --keep DIR   keeps the recording, the minutes and all that was measured there`;

/** What was asked for, or what is wrong with it. */
export function readWishes(words: readonly string[]): Wishes | { wrong: string } {
  try {
    const { values } = parseArgs({
      args: [...words], allowPositionals: false,
      options: { scenario: { type: 'string', default: 'salon' }, headed: { type: 'boolean', default: false }, seconds: { type: 'string', default: '12' }, kill: { type: 'string' }, keep: { type: 'string' } },
    });
    const turnSeconds = Number(values.seconds);
    if (!(turnSeconds >= 6 && turnSeconds <= 600)) return { wrong: `--seconds is ${values.seconds}; it is to be a number from 6 to 600` };
    const kill = faults.find((one) => one === values.kill) ?? null;
    if (values.kill !== undefined && !kill) return { wrong: `--kill does not know ${values.kill}` };
    const scenario = scenarioNames.find((one) => one === values.scenario);
    if (!scenario) return { wrong: `--scenario does not know ${values.scenario}` };
    if (kill && scenario !== 'salon') return { wrong: '--kill goes with the salon' };
    return { scenario, headed: values.headed, turnSeconds, kill, keep: values.keep ?? null };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}
