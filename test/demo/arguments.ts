import { parseArgs } from 'node:util';
import type { Fault } from '../pages/ground.ts';

export const faults: readonly Fault[] = ['api', 'media', 'mediasoup', 'worker', 'redis', 'postgres'];

export const scenarioNames = ['salon', 'council', 'award'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

/** Who writes down what is said at the salon, and which service is asked to retell it. */
export const speeches = ['service', 'none'] as const;
export const models = ['none', 'lying'] as const;

/** `turnSeconds`: how long each turn is held. `kill`: what is ended in the middle of the third. `keep`: what there is to look at afterwards is put there. */
export type Wishes = { scenario: ScenarioName; headed: boolean; turnSeconds: number; kill: Fault | null; keep: string | null; speech: (typeof speeches)[number]; model: (typeof models)[number] };

export const usage = `usage: npm run demo -- [--scenario ${scenarioNames.join('|')}] [--headed] [--seconds N] [--kill ${faults.join('|')}] [--speech ${speeches.join('|')}] [--model ${models.join('|')}] [--keep FOLDER]
  --scenario   salon: a member salon online (default); council: a debate and votes in a hall and online; award: a ranked vote of 200
  --headed     shows the windows
  --seconds N  how long each turn lasts (default 12, at least 6)
  --kill WHAT  ends that program outright in the middle of the salon's third turn, and checks what comes of it
  --speech W   service (default): a local speech service writes down what is said; none: nobody does, and the minutes have no quotes
  --model W    lying: a language service is asked for the summary and lies; none of it may be told
  --keep DIR   keeps the recording, the minutes, the report and all that was measured there`;

function chosen<T extends string>(option: string, value: string, known: readonly T[]): T {
  const one = known.find((name) => name === value);
  if (one === undefined) throw new Error(`--${option} does not know ${value}`);
  return one;
}

/** What was asked for, or what is wrong with it. */
export function readWishes(words: readonly string[]): Wishes | { wrong: string } {
  try {
    const { values } = parseArgs({
      args: [...words], allowPositionals: false,
      options: {
        scenario: { type: 'string', default: 'salon' }, headed: { type: 'boolean', default: false }, seconds: { type: 'string', default: '12' }, kill: { type: 'string' },
        speech: { type: 'string', default: 'service' }, model: { type: 'string', default: 'none' }, keep: { type: 'string' },
      },
    });
    const wishes: Wishes = {
      scenario: chosen('scenario', values.scenario, scenarioNames), headed: values.headed, turnSeconds: Number(values.seconds), keep: values.keep ?? null,
      kill: values.kill === undefined ? null : chosen('kill', values.kill, faults), speech: chosen('speech', values.speech, speeches), model: chosen('model', values.model, models),
    };
    const wrong = wrongIn(wishes);
    return wrong === null ? wishes : { wrong };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

function wrongIn({ scenario, turnSeconds, kill, speech, model }: Wishes): string | null {
  if (!(turnSeconds >= 6 && turnSeconds <= 600)) return '--seconds is to be a number from 6 to 600';
  if (scenario !== 'salon' && kill !== null) return '--kill goes with the salon';
  if (scenario !== 'salon' && (speech !== 'service' || model !== 'none')) return '--speech and --model go with the salon';
  return model !== 'none' && speech === 'none' ? '--model needs something that was said: leave --speech out' : null;
}
