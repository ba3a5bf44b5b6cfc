/** `votes`: of each option still in; `out`: who left after it; `exhausted`: ballots that name none of those still in. */
export type Round = { votes: { option: string; votes: number }[]; out: string | null; exhausted: number };
export type Runoff = { rounds: Round[]; winner: string | null };

/** Points: of n options the first of a ballot has n - 1, the next n - 2, and so on; what is left out has none (Borda 1784). */
export function borda(options: readonly string[], ballots: readonly (readonly [readonly string[], number])[]): { option: string; points: number }[] {
  const points = new Map(options.map((option) => [option, 0]));
  for (const [ranked, count] of ballots) ranked.forEach((option, place) => points.set(option, (points.get(option) ?? 0) + count * (options.length - 1 - place)));
  return options.map((option) => ({ option, points: points.get(option) ?? 0 })).sort((one, other) => other.points - one.points);
}

/**
 * Instant run-off: each ballot counts for its first option still in; who has more than half of the ballots that count has won, else the last
 * leaves. Of those who are equally last, who was last in the latest round that tells them apart leaves; then who has fewer Borda points; then
 * who was named later in the poll. `winner` null: no ballot counts.
 */
export function instantRunoff(options: readonly string[], ballots: readonly (readonly [readonly string[], number])[]): Runoff {
  const points = new Map(borda(options, ballots).map((one) => [one.option, one.points]));
  const rounds: Round[] = [];
  let left = [...options];
  while (left.length > 0) {
    const { votes, exhausted } = count(left, ballots);
    const cast = [...votes.values()].reduce((sum, one) => sum + one, 0);
    const round: Round = { votes: left.map((option) => ({ option, votes: votes.get(option) ?? 0 })).sort((one, other) => other.votes - one.votes), out: null, exhausted };
    rounds.push(round);
    const [first] = round.votes;
    if (cast === 0 || !first) return { rounds, winner: null };
    if (first.votes * 2 > cast) return { rounds, winner: first.option };
    const last = lastOf(left, rounds, points);
    round.out = last;
    left = left.filter((option) => option !== last);
  }
  return { rounds, winner: null };
}

function count(left: readonly string[], ballots: readonly (readonly [readonly string[], number])[]): { votes: Map<string, number>; exhausted: number } {
  const votes = new Map<string, number>();
  let exhausted = 0;
  for (const [ranked, many] of ballots) {
    const option = ranked.find((one) => left.includes(one));
    if (option === undefined) exhausted += many;
    else votes.set(option, (votes.get(option) ?? 0) + many);
  }
  return { votes, exhausted };
}

function lastOf(left: readonly string[], rounds: readonly Round[], points: ReadonlyMap<string, number>): string {
  let candidates = [...left];
  for (const { votes } of rounds.toReversed()) {
    const of = new Map(votes.map((one) => [one.option, one.votes]));
    const fewest = Math.min(...candidates.map((option) => of.get(option) ?? 0));
    candidates = candidates.filter((option) => (of.get(option) ?? 0) === fewest);
  }
  const least = Math.min(...candidates.map((option) => points.get(option) ?? 0));
  return candidates.filter((option) => (points.get(option) ?? 0) === least).at(-1) ?? '';
}
