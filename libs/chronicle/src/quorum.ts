import type { Quorum } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { apply, countOf, emptyRoom, frozen, hereAmong, quorumNeeded, type Room } from '@yaji/salon';
import type { Log } from './replay.ts';

/** A time in which the quorum was there, or was not. `least`, `most`: how many were there meanwhile. UTC milliseconds. */
export type QuorumSpan = { fromAt: number; toAt: number; met: boolean; least: number; most: number };
/** `needed` of `entitled`: as they were in the end; `of`: members, or their votes. `spans`: from the opening of the room to its end, without a hole. */
export type QuorumCourse = { of: Quorum['of']; needed: number; entitled: number; spans: QuorumSpan[] };

/** What the room's rules want, else what the first vote of the register wanted. */
function quorumIn({ rules, ballots }: DeepReadonly<Room>): DeepReadonly<Quorum> | null {
  return rules.ballots.quorum ?? ballots.find(({ terms, electors }) => electors !== null && terms.quorum !== null)?.terms.quorum ?? null;
}

/** Of the register, present or represented, from the opening on; null where there is no register, or nothing wants a quorum. */
export function quorumOf(log: Log): QuorumCourse | null {
  const wanted = quorumIn(log.reduce((room, record) => (apply(room, record), room), emptyRoom()));
  if (wanted === null) return null;
  const room = emptyRoom();
  const spans: QuorumSpan[] = [];
  let last: Omit<QuorumCourse, 'spans'> | null = null;
  for (const record of log) {
    const before = spans.at(-1);
    if (before && room.phase === 'open') before.toAt = record.at;
    apply(room, record);
    if (room.phase !== 'open' || room.electorate.electors.length === 0) continue;
    const { needed, entitled, here } = standing(room, wanted);
    last = { of: wanted.of, needed, entitled };
    note(spans, { at: record.at, here, met: here >= needed });
  }
  return last && { ...last, spans: spans.filter(({ fromAt, toAt }) => toAt > fromAt) };
}

function standing(room: DeepReadonly<Room>, quorum: DeepReadonly<Quorum>): { needed: number; entitled: number; here: number } {
  const electors = frozen(room.electorate);
  const entitled = countOf(electors);
  return { needed: quorumNeeded(quorum, entitled), entitled: entitled[quorum.of], here: countOf(hereAmong(room, electors))[quorum.of] };
}

/** What lasted no time at all was not. */
function note(spans: QuorumSpan[], { at, here, met }: { at: number; here: number; met: boolean }): void {
  while (spans.at(-1)?.fromAt === at) spans.pop();
  const last = spans.at(-1);
  if (last && last.met === met) Object.assign(last, { least: Math.min(last.least, here), most: Math.max(last.most, here) });
  else spans.push({ fromAt: at, toAt: at, met, least: here, most: here });
}
