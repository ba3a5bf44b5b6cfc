import type { Recorded, Told } from '@yaji/contracts';

/** Told apart from the code under test: how long, between its start and its end, the speaker's clock stood, from the log alone. */
export function silentMs(log: readonly Recorded[], turn: number): number {
  const halts = new Map<Told['type'], string>([
    ['TurnPaused', 'pause'], ['TurnEnded', 'end'], ['TurnInterrupted', 'interruption'], ['InterpretationStarted', 'interpreter'],
  ]);
  const goes = new Map<Told['type'], string>([
    ['TurnResumed', 'pause'], ['TurnReopened', 'end'], ['TurnContinued', 'interruption'], ['InterpretationEnded', 'interpreter'],
  ]);
  const because = new Set<string>();
  let [since, sum] = [0, 0];
  for (const { type, data, at } of log) {
    const [halt, go] = [halts.get(type), goes.get(type)];
    if (!('turn' in data) || data.turn !== turn || !(halt ?? go)) continue;
    if (because.size > 0) sum += at - since;
    since = at;
    if (halt) because.add(halt);
    if (go) because.delete(go);
    // Whoever is given the floor again, speaks: not paused, and nobody interprets.
    if (type === 'TurnReopened') for (const why of ['pause', 'interruption']) because.delete(why);
  }
  return sum;
}
