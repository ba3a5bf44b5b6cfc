import type { Told } from '@yaji/contracts';
import { apply, emptyRoom, type Room } from '@yaji/salon';
import { type Row, row } from '../checks/row.ts';
import { leaving, members, quorum, votesOf } from './members.ts';
import type { Voted } from './motion.ts';

const roomAt = (log: readonly Told[], upTo = Infinity): Room => log.filter(({ seq }) => seq <= upTo).reduce((room, told) => (apply(room, told), room), emptyRoom());

/** What the log must hold of the two votes, and what the hall and the minutes said of them. */
export function motionRows(log: readonly Told[], voted: Voted | null, minutes: string | null): Row[] {
  if (voted === null) return [row('motion', false, 'was not put to the vote')];
  const opened = log.filter((told) => told.type === 'BallotOpened');
  const [first, second] = opened;
  const room = roomAt(log);
  const delegates = members.filter(({ seat }) => typeof seat === 'string').length;
  const here = Object.values(roomAt(log, first?.seq).members).filter(({ participantId, place }) => place !== null && room.electorate.electors.some((elector) => elector.participantId === participantId));
  const places = { hall: here.filter(({ place }) => place === 'hall').length, remote: here.filter(({ place }) => place === 'remote').length };
  const cast = log.filter((told) => told.type === 'VoteCast').filter(({ data }) => data.ballotId === first?.data.ballotId);
  const byProxy = cast.filter(({ data }) => data.castBy !== data.elector).length;
  const decisions = room.motions.map(({ decision }) => decision);
  const [carried, lost] = decisions;
  const all = members.length;
  const told = log.flatMap((one) => (one.type === 'BallotClosed' && one.data.ballotId === second?.data.ballotId ? one.data.votes : []));
  return [
    row('motion: twelve in the hall, six online, two represented', places.hall === 12 && places.remote === 6 && first?.data.present.members === all, `${places.hall} in the hall, ${places.remote} online; ${first?.data.present.members ?? 0} present or represented`),
    row('motion: everybody’s vote is cast once', cast.length === all && new Set(cast.map(({ data }) => data.elector)).size === all && byProxy === all - delegates, `${cast.length} votes, ${byProxy} by proxy`),
    row('motion: carried unanimously, with its figures', carried?.result.unanimous === true && voted.carried === `Carried unanimously, ${all} of ${all} votes, quorum ${quorum} met.` && carried.sentence['en'] === voted.carried, voted.carried),
    row('quorum: a minute of grace, then gone', voted.presentAtFirst === all && voted.presentInGrace === all && voted.presentAtLast === all - leaving.flatMap(votesOf).length, `${voted.presentAtFirst} present, ${voted.presentInGrace} after half a minute, ${voted.presentAtLast} in the end`),
    row('quorum lost: void, and nothing is told of it', lost?.result.outcome === 'void' && told.length === 0 && voted.void === `Void, quorum lost: ${voted.presentAtLast} at the closing, ${quorum} needed.`, voted.void),
    row('minutes: both decisions, in the same words', minutes !== null && [voted.carried, voted.void].every((sentence) => minutes.includes(sentence)), minutes === null ? 'none' : 'both sentences'),
  ];
}
