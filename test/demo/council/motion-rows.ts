import type { Told } from '@yaji/contracts';
import { apply, emptyRoom, type Room } from '@yaji/salon';
import { type Row, row } from '../checks/row.ts';
import { leaving, members, quorum, votesOf } from './members.ts';
import type { Voted } from './motion.ts';

const roomAt = (log: readonly Told[], upTo = Infinity): Room => log.filter(({ seq }) => seq <= upTo).reduce((room, told) => (apply(room, told), room), emptyRoom());

/** What the log must hold of the two votes, and what the hall and the minutes said of them. */
export function motionRows(log: readonly Told[], voted: Voted | null, minutes: string | null): Row[] {
  if (voted === null) return [row('motion', false, 'was not put to the vote')];
  return [...carriedRows(log, voted), ...lostRows(log, voted), row('minutes: both decisions, in the same words', minutes !== null && [voted.carried, voted.void].every((sentence) => minutes.includes(sentence)), minutes === null ? 'none' : 'both sentences')];
}

const all = members.length;
const delegates = members.filter(({ seat }) => typeof seat === 'string').length;
const opened = (log: readonly Told[]) => log.filter((told) => told.type === 'BallotOpened');

function carriedRows(log: readonly Told[], { carried }: Voted): Row[] {
  const [first] = opened(log);
  const room = roomAt(log);
  const electors = new Set(room.electorate.electors.map(({ participantId }) => participantId));
  const here = Object.values(roomAt(log, first?.seq).members).filter(({ participantId, place }) => place !== null && electors.has(participantId));
  const places = { hall: here.filter(({ place }) => place === 'hall').length, remote: here.filter(({ place }) => place === 'remote').length };
  const present = first?.data.present.members ?? 0;
  const cast = log.filter((told) => told.type === 'VoteCast').filter(({ data }) => data.ballotId === first?.data.ballotId);
  const byProxy = cast.filter(({ data }) => data.castBy !== data.elector).length;
  const decision = room.motions[0]?.decision;
  return [
    row('motion: twelve in the hall, six online, two represented', places.hall === 12 && places.remote === 6 && present === all, `${places.hall} in the hall, ${places.remote} online; ${present} present or represented`),
    row('motion: everybody’s vote is cast once', cast.length === all && new Set(cast.map(({ data }) => data.elector)).size === all && byProxy === all - delegates, `${cast.length} votes, ${byProxy} by proxy`),
    row('motion: carried unanimously, with its figures', decision?.result.unanimous === true && carried === `Carried unanimously, ${all} of ${all} votes, quorum ${quorum} met.` && decision.sentence['en'] === carried, carried),
  ];
}

function lostRows(log: readonly Told[], { void: said, presentAtFirst, presentInGrace, presentAtLast }: Voted): Row[] {
  const [, second] = opened(log);
  const told = log.flatMap((one) => (one.type === 'BallotClosed' && one.data.ballotId === second?.data.ballotId ? one.data.votes : []));
  const outcome = roomAt(log).motions[1]?.decision?.result.outcome;
  return [
    row('quorum: a minute of grace, then gone', presentAtFirst === all && presentInGrace === all && presentAtLast === all - leaving.flatMap(votesOf).length, `${presentAtFirst} present, ${presentInGrace} after half a minute, ${presentAtLast} in the end`),
    row('quorum lost: void, and nothing is told of it', outcome === 'void' && told.length === 0 && said === `Void, quorum lost: ${presentAtLast} at the closing, ${quorum} needed.`, said),
  ];
}
