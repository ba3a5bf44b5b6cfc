import type { BallotTerms, Command, CommandOf, Count, MotionId, ParticipantId, PublishedVote, RoomEvent } from '@yaji/contracts';
import { assertNever, type DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import type { MemberStamp, Stamp } from '../stamp.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import { openFault } from '../motion/votable.ts';
import type { Ballot } from './ballot.ts';
import { askable } from './askable.ts';
import { choiceFits } from './choice.ts';
import { countOf, hereAmong, mayCast, presentFor } from './electorate.ts';
import { isQuorumLost, quorumOf, resultFrom, voided } from './majority.ts';
import { chairSentence, sentenceOf } from './sentence.ts';

export type BallotCommand = Extract<Command, { type: `ballot.${string}` }>;

export function decideBallot(room: DeepReadonly<Room>, command: BallotCommand, stamp: MemberStamp): Verdict {
  if (command.type === 'ballot.open') return openOnMotion(room, command.data, stamp);
  const ballot = room.ballots.find(({ ballotId }) => ballotId === command.data.ballotId);
  if (!ballot) return refuse('ballot/unknown');
  switch (command.type) {
    case 'ballot.vote': return vote(room, ballot, { ...command.data, ...stamp });
    case 'ballot.close': return ballot.status === 'open' ? accept(...closing(room, ballot)) : accept();
    case 'ballot.cancel': return cancel(ballot);
    case 'ballot.decideTie': return decideTie(room, ballot, command.data.carried);
    default: return assertNever(command);
  }
}

function openOnMotion(room: DeepReadonly<Room>, { motionId, terms }: CommandOf<'ballot.open'>['data'], stamp: Stamp): Verdict {
  const fault = openFault(room, motionId);
  if (fault) return refuse(fault);
  return opening(room, { motionId, awardId: null, terms, corrects: room.motions.find((motion) => motion.motionId === motionId)?.stands?.ballotId ?? null }, stamp);
}

type Opening = { motionId: MotionId | null; awardId: Ballot['awardId']; terms: BallotTerms; corrects: Ballot['corrects'] };

/** [B3] [B4] */
export function opening(room: DeepReadonly<Room>, { terms, ...subject }: Opening, { commandId }: Stamp): Verdict {
  const another = room.ballots.some(({ status }) => status !== 'closed') || room.motions.some(({ motionId, objections }) => objections !== null && motionId !== subject.motionId);
  if (another) return refuse('ballot/another-open');
  const asked = askable(room, terms);
  return asked.ok ? accept({ type: 'BallotOpened', data: { ballotId: commandId as string as Ballot['ballotId'], ...subject, terms, ...asked.value } }) : asked;
}

type Cast = { elector: ParticipantId; choice: string } & MemberStamp;

/** [B10] [B11] [B13] [B14] */
function vote(room: DeepReadonly<Room>, ballot: DeepReadonly<Ballot>, { elector, choice, by, commandId }: Cast): Verdict {
  if (ballot.terms.secrecy === 'secret') return refuse('ballot/secret');
  const fault = voteFault(room, ballot, { elector, choice, by });
  if (fault) return refuse(fault);
  if (Object.hasOwn(ballot.votes, elector)) return refuse('ballot/already-voted');
  const pseudonym = ballot.terms.secrecy === 'pseudonymous' ? commandId : null;
  return accept({ type: 'VoteCast', data: { ballotId: ballot.ballotId, elector, castBy: by, choice, pseudonym } });
}

/** Why this person may not cast this vote, whatever was cast before; of every kind of ballot. */
export function voteFault(room: DeepReadonly<Room>, ballot: DeepReadonly<Ballot>, { elector, choice, by }: { elector: ParticipantId; choice: string; by: ParticipantId }): 'ballot/over' | 'ballot/not-entitled' | 'ballot/proxy-given' | 'ballot/unknown-choice' | null {
  if (ballot.status !== 'open') return 'ballot/over';
  return mayCast(ballot, by, elector) ?? (choiceFits(room, ballot, choice) ? null : 'ballot/unknown-choice');
}

/** [B6] [B14] [B17] What ends an open ballot. A box is counted by the servers first, unless its vote is void. */
export function closing(room: DeepReadonly<Room>, ballot: DeepReadonly<Ballot>): RoomEvent[] {
  const { ballotId, electors, terms, opening: before } = ballot;
  const present = presentFor(room, electors);
  const quorum = electors && quorumOf(terms.quorum, { opening: before, closing: present, entitled: countOf(electors) });
  if (isQuorumLost(quorum)) return [emptied(ballot, present, voided('quorum', quorum))];
  if (terms.secrecy === 'secret') return [{ type: 'VotingEnded', data: { ballotId, present, here: electors ? hereAmong(room, electors).map(({ participantId }) => participantId) : [] } }];
  return [closed(ballot, { present, here: new Set(electors && hereAmong(room, electors).map(({ participantId }) => participantId)), votes: published(ballot), digest: null })];
}

/** [B15] By name in the order of the register; under pseudonyms in their order, which is by chance. */
function published({ votes, electors, terms }: DeepReadonly<Ballot>): PublishedVote[] {
  const named = terms.secrecy === 'named';
  const weights = new Map(electors?.map(({ participantId, weight }) => [participantId, weight]));
  const list = Object.entries(votes).map(([elector, { choice, pseudonym }]) =>
    ({ elector: named ? elector as ParticipantId : null, pseudonym, choice: choice ?? '', weight: weights.get(elector as ParticipantId) ?? 1, voter: elector as ParticipantId }));
  const places = new Map(electors?.map(({ participantId }, place) => [participantId, place]));
  list.sort((one, other) => (named ? (places.get(one.voter) ?? 0) - (places.get(other.voter) ?? 0) : (one.pseudonym ?? '') < (other.pseudonym ?? '') ? -1 : 1));
  return list.map(({ voter: _voter, ...vote }) => vote);
}

type Box = { present: Count; here: ReadonlySet<ParticipantId>; votes: PublishedVote[]; digest: string | null };

function closed(ballot: DeepReadonly<Ballot>, { present, here, votes, digest }: Box): RoomEvent {
  const voted = Object.keys(ballot.votes) as ParticipantId[];
  const tally: Record<string, number> = {};
  for (const { choice, weight } of votes) tally[choice] = (tally[choice] ?? 0) + weight;
  return counted(ballot, { present, here, voted, tally, votes, digest });
}

type Counted = Omit<Box, 'votes'> & { voted: readonly ParticipantId[]; tally: Record<string, number>; votes: PublishedVote[] };

/** [B8] [MO8] Who voted was present, wherever they are when it closes. */
function counted({ ballotId, electors, terms, motionId, opening: before }: DeepReadonly<Ballot>, { present, here, voted, tally, votes, digest }: Counted): RoomEvent {
  const entitled = electors ?? voted.map((participantId) => ({ participantId, weight: 1, proxy: null }));
  const didVote = new Set(voted);
  const cast = countOf(entitled.filter(({ participantId }) => didVote.has(participantId)));
  const there = countOf(entitled.filter(({ participantId }) => didVote.has(participantId) || here.has(participantId)));
  const figures = { yes: tally['yes'] ?? 0, no: tally['no'] ?? 0, abstain: tally['abstain'] ?? 0, present: there.weight, entitled: countOf(entitled).weight };
  const result = motionId === null ? null : resultFrom(terms, figures, electors && quorumOf(terms.quorum, { opening: before, closing: present, entitled: countOf(electors) }));
  return { type: 'BallotClosed', data: { ballotId, present, cast, tally, votes, result, sentence: result && sentenceOf(terms, result), digest } };
}

const emptied = ({ ballotId, terms }: DeepReadonly<Ballot>, present: Count, result: ReturnType<typeof voided>): RoomEvent =>
  ({ type: 'BallotClosed', data: { ballotId, present, cast: { members: 0, weight: 0 }, tally: {}, votes: [], result, sentence: sentenceOf(terms, result), digest: null } });

/** [B18] */
const cancel = (ballot: DeepReadonly<Ballot>): Verdict => (ballot.status === 'open' ? accept(emptied(ballot, ballot.opening, voided('cancelled', null))) : refuse('ballot/over'));

/** [B17] The servers say what was in the box; said again it changes nothing. */
export function decideCount(room: DeepReadonly<Room>, { ballotId, tally, voted, digest }: CommandOf<'ballot.count'>['data']): Verdict {
  const ballot = room.ballots.find((one) => one.ballotId === ballotId);
  if (!ballot) return refuse('ballot/unknown');
  if (ballot.status === 'closed') return accept();
  if (ballot.status === 'open' || ballot.closing === null) return refuse('ballot/not-counting');
  return accept(counted(ballot, { present: { ...ballot.closing }, here: new Set(ballot.here), voted, tally, votes: [], digest }));
}

/** [B9] */
function decideTie({ motions }: DeepReadonly<Room>, { ballotId, motionId }: DeepReadonly<Ballot>, carried: boolean): Verdict {
  const decision = motions.find((motion) => motion.motionId === motionId)?.stands;
  if (decision?.ballotId !== ballotId || decision.result.outcome !== 'tied') return refuse('ballot/not-tied');
  const { quorum, ...result } = decision.result;
  const decided = { ...result, quorum: quorum && { ...quorum }, outcome: carried ? 'carried' as const : 'lost' as const };
  return accept({ type: 'TieDecided', data: { ballotId, result: decided, sentence: chairSentence(decided, carried) } });
}
