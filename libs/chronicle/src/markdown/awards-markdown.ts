import type { AwardRecord } from '../award.ts';
import { table } from './table.ts';
import { titleOf, type Writing } from './writing.ts';

/** Left out where no award was voted on. */
export function awardsToMarkdown(awards: readonly AwardRecord[], w: Writing): string[] {
  return awards.length === 0 ? [] : [`## ${w.say.awards}`, ...awards.flatMap((award, index) => awardEntry(award, index, w))];
}

function awardEntry(award: AwardRecord, index: number, w: Writing): string[] {
  const { say, text, words, clock } = w;
  const { method, openedAt, closedAt, voted, entitled, status, calledOff, digest } = award;
  const before = status === 'called-off' ? calledOff - 1 : calledOff;
  const about = [say.methods[method], `${clock(openedAt)} – ${clock(closedAt)}`, ...(voted === null ? [] : [say.voted(voted, entitled)])].join(say.comma);
  return [
    `### ${index + 1}. ${text(award.title)}`, `${about}${say.stop}`, ...(before > 0 ? [say.calledOffBefore(before)] : []),
    ...(status === 'closed' ? placesOf(award, w) : [say.awardStatuses[status]]), ...(digest === null ? [] : [say.digest(words(digest))]),
  ];
}

/** Best first, as far as the room was shown them. */
function placesOf({ places, complete }: AwardRecord, w: Writing): string[] {
  const { say } = w;
  const [best] = places;
  if (!best) return [say.notShown];
  const shown = table([say.awardPlace, say.nominee, say.had], places.map(({ place, title, votes }) => [`${place}`, titleOf(title, w), `${votes}`]));
  return complete ? [shown] : [shown, say.shownFrom(best.place)];
}
