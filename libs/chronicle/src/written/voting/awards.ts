import type { AwardRecord } from '../../award.ts';
import { fact, heading, table } from '../../document/blocks.ts';
import type { Block } from '../../document/document.ts';
import { titleOf, type Writing } from '../writing.ts';

export const awardBlocks = (awards: readonly AwardRecord[], w: Writing): Block[] => awards.flatMap((award, index) => awardEntry(award, index, w));

function awardEntry(award: AwardRecord, index: number, w: Writing): Block[] {
  const { say, text, words, clock } = w;
  const { method, openedAt, closedAt, voted, entitled, status, calledOff, digest } = award;
  const before = status === 'called-off' ? calledOff - 1 : calledOff;
  const about = [say.methods[method], `${clock(openedAt)} – ${clock(closedAt)}`, ...(voted === null ? [] : [say.voted(voted, entitled)])].join(say.comma);
  return [
    heading(2, `${index + 1}. ${text(award.title)}`), fact(`${about}${say.stop}`), ...(before > 0 ? [fact(say.calledOffBefore(before))] : []),
    ...(status === 'closed' ? placesOf(award, w) : [fact(say.awardStatuses[status])]), ...(digest === null ? [] : [fact(say.digest(words(digest)))]),
  ];
}

/** Best first, as far as the room was shown them. */
function placesOf({ places, complete }: AwardRecord, w: Writing): Block[] {
  const { say } = w;
  const [best] = places;
  if (!best) return [fact(say.notShown)];
  const shown = table([say.awardPlace, say.nominee, say.had], places.map(({ place, title, votes }) => [`${place}`, titleOf(title, w), `${votes}`]), [0, 2]);
  return complete ? shown : [...shown, fact(say.shownFrom(best.place))];
}
