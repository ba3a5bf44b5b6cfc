import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWishes, type ScenarioName, usage } from './arguments.ts';
import { playAward } from './award/evening.ts';
import { playCouncil } from './council/debate.ts';
import { playSalon } from './salon/evening.ts';
import type { Scenario } from './stage.ts';

const endedOnRequest = 130;
const scenarios: Record<ScenarioName, Scenario> = { salon: playSalon, council: playCouncil, award: playAward };

const began = Date.now();
const say = (line: string): void => { console.log(`${((Date.now() - began) / 1_000).toFixed(1).padStart(6)}  ${line}`); };

async function main(words: readonly string[]): Promise<number> {
  const wishes = readWishes(words);
  if ('wrong' in wishes) {
    console.error(`${wishes.wrong}\n${usage}`);
    return 2;
  }
  const ending = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => { ending.abort(new Error(`ended by ${name}`)); });
  const folder = await mkdtemp(join(tmpdir(), 'yaji-demo-'));
  const held: (() => Promise<unknown>)[] = [];
  const cut = new Promise<never>((_, reject) => { ending.signal.addEventListener('abort', () => { reject(ending.signal.reason as Error); }, { once: true }); });
  try {
    const good = await Promise.race([scenarios[wishes.scenario]({ ...wishes, folder, signal: ending.signal, hold: (end) => { held.unshift(end); }, say }), cut]);
    say(good ? 'all is as it should be' : 'something is not as it should be');
    return good ? 0 : 1;
  } catch (error) {
    if (ending.signal.aborted) return endedOnRequest;
    console.error(error);
    return 1;
  } finally {
    for (const end of held) await end().catch((error: unknown) => { console.error(error); });
    await rm(folder, { recursive: true, force: true });
  }
}

process.exit(await main(process.argv.slice(2)));
