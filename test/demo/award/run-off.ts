/**
 * An instant run-off counted the plain way, apart from the program's own: the ballots are gone through anew in every round. Answers the
 * order from the winner to whoever left first. A tie for last is given to nobody: the demonstration's ballots have none, or it says so.
 */
export function countedByHand(ballots: readonly (readonly string[])[], nominees: readonly string[]): { order: string[]; tied: boolean } {
  const out: string[] = [];
  let tied = false;
  for (;;) {
    const left = nominees.filter((one) => !out.includes(one));
    const first = new Map(left.map((one) => [one, 0]));
    let counting = 0;
    for (const ballot of ballots) {
      const choice = ballot.find((one) => !out.includes(one));
      if (choice === undefined) continue;
      counting += 1;
      first.set(choice, (first.get(choice) ?? 0) + 1);
    }
    const ranked = [...first].sort((one, other) => other[1] - one[1]);
    const [best] = ranked;
    if (!best || best[1] * 2 > counting || left.length <= 1) return { order: [...ranked.map(([one]) => one), ...out.toReversed()], tied };
    const last = ranked.at(-1) ?? best;
    tied ||= ranked.filter(([, votes]) => votes === last[1]).length > 1;
    out.push(last[0]);
  }
}
