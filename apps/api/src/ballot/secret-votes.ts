import { Inject, Injectable } from '@nestjs/common';
import { type Ack, type BallotId, type ParticipantId, type RefusalCode, SecretVote } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { BallotBox, Cast } from '@yaji/persistence';
import { type Ballot, electorsOf, mayDo, type Room, voteFault } from '@yaji/salon';
import { BALLOT_BOX } from '../ports.ts';
import type { LiveRoom } from '../live/live-room.ts';
import { withinPatience } from '../live/patience.ts';
import type { Seat } from '../live/seat.ts';
import { BallotQueue } from './ballot-queue.ts';

const refusals: Record<Exclude<Cast, 'taken'>, RefusalCode> = { already: 'ballot/already-voted', 'tracker-taken': 'ballot/tracker-taken', over: 'ballot/over' };

/** Takes the votes of secret ballots past the log into their boxes. Nothing here is written down: not who, not what, not when. */
@Injectable()
export class SecretVotes {
  private readonly queues = new Map<BallotId, BallotQueue>();

  constructor(@Inject(BALLOT_BOX) private readonly box: BallotBox) {}

  /** Acknowledged once it is in the box. Rejects when the database fails; the same vote may be said again. */
  async vote(live: LiveRoom, seat: Seat, said: unknown): Promise<Ack> {
    const { seq, room } = live.feed;
    const read = SecretVote.safeParse(said);
    if (!read.success) return { ok: false, refusal: { code: 'contract/invalid' }, seq };
    const { ballotId, elector, choice, tracker } = read.data;
    const ballot = room.ballots.find((one) => one.ballotId === ballotId);
    const fault = faultOf(room, ballot, { elector, choice, by: seat.participantId });
    if (fault || !ballot) return { ok: false, refusal: { code: fault ?? 'ballot/unknown' }, seq };
    const weight = ballot.electors?.find(({ participantId }) => participantId === elector)?.weight ?? 1;
    const cast = await withinPatience(this.queueOf(ballotId, live).cast({ elector, choice, tracker, weight }));
    return cast === 'taken' ? { ok: true, seq } : { ok: false, refusal: { code: refusals[cast] }, seq };
  }

  /** Which of the votes that this person casts are in the box. */
  async voted({ feed: { room } }: LiveRoom, { participantId }: Seat, ballotId: unknown): Promise<ParticipantId[]> {
    const ballot = room.ballots.find((one) => one.ballotId === ballotId);
    return ballot?.terms.secrecy === 'secret' ? (await this.box.standing(ballot.ballotId, electorsOf(ballot, participantId))).voted : [];
  }

  private queueOf(ballotId: BallotId, { roomId }: LiveRoom): BallotQueue {
    for (const [other, queue] of this.queues) if (other !== ballotId && queue.idle) this.queues.delete(other);
    const queue = this.queues.get(ballotId) ?? new BallotQueue({ ballotId, roomId }, this.box);
    this.queues.set(ballotId, queue);
    return queue;
  }
}

type Said = { elector: ParticipantId; choice: string; by: ParticipantId };

/** The rules of the room, as `decide` asks them of a vote that is an event. */
function faultOf(room: DeepReadonly<Room>, ballot: DeepReadonly<Ballot> | undefined, { by, ...vote }: Said): RefusalCode | null {
  if (room.phase !== 'open') return room.phase === 'planned' ? 'room/not-open' : 'room/closed';
  const member = room.members[by];
  if (member?.standing !== 'admitted') return member?.standing === 'removed' ? 'member/removed' : 'member/not-admitted';
  if (!mayDo(member.role, 'ballot.vote')) return 'member/role-may-not';
  if (!ballot) return 'ballot/unknown';
  return ballot.terms.secrecy === 'secret' ? voteFault(room, ballot, { by, ...vote }) : 'ballot/not-secret';
}
