import { Inject, Injectable } from '@nestjs/common';
import type { BallotBoard, BallotId } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import type { DeepReadonly } from '@yaji/kit';
import type { BallotBox } from '@yaji/persistence';
import type { Ballot, Room } from '@yaji/salon';
import { Refused } from '../errors.ts';
import { BALLOT_BOX, ENGINE } from '../ports.ts';

/** What anybody may check of a secret ballot, without a session. */
@Injectable()
export class VerificationService {
  constructor(@Inject(BALLOT_BOX) private readonly box: BallotBox, @Inject(ENGINE) private readonly engine: Engine) {}

  async board(ballotId: BallotId): Promise<BallotBoard> {
    const roomId = await this.box.roomOf(ballotId);
    if (roomId === null) throw new Refused('door/not-found');
    const { room } = await this.engine.now(roomId);
    const ballot = room.ballots.find((one) => one.ballotId === ballotId);
    if (!ballot) throw new Refused('door/not-found');
    // The state belongs to the engine and is read at once; what is awaited comes after.
    const told = tellOf(room, ballot);
    const { votes } = await this.box.standing(ballotId, []);
    const counted = told.status === 'published' ? await this.box.board(ballotId) : null;
    return { ...told, voted: votes, board: counted?.board ?? [] };
  }
}

function tellOf(room: DeepReadonly<Room>, ballot: DeepReadonly<Ballot>): Omit<BallotBoard, 'voted' | 'board'> {
  const { ballotId, openedAt, closedAt, electors, digest, tally } = ballot;
  const subject = subjectOf(room, ballot);
  const status = statusOf(ballot, subject.isShown);
  const { title, titles, sentence } = subject;
  return { ballotId, status, title, titles, sentence, openedAt, closedAt, entitled: electors?.length ?? null, tally: status === 'published' ? { ...tally } : {}, digest };
}

type Subject = Pick<BallotBoard, 'title' | 'titles' | 'sentence'> & { isShown: boolean };

/** A motion, or an award: what it is called, and what its choices are called. */
function subjectOf({ motions, awards }: DeepReadonly<Room>, { ballotId, motionId, awardId }: DeepReadonly<Ballot>): Subject {
  const award = awards.find((one) => one.awardId === awardId);
  if (award) return { title: { ...award.plan.title }, titles: Object.fromEntries(award.plan.nominees.map(({ optionId, title }) => [optionId, { ...title }])), sentence: null, isShown: award.complete };
  const motion = motions.find((one) => one.motionId === motionId);
  const decision = motion?.decision?.ballotId === ballotId ? motion.decision : null;
  return { title: { ...motion?.title }, titles: {}, sentence: decision && { ...decision.sentence }, isShown: true };
}

function statusOf({ status, digest }: DeepReadonly<Ballot>, isShown: boolean): BallotBoard['status'] {
  if (status !== 'closed') return 'open';
  if (digest === null) return 'void';
  return isShown ? 'published' : 'hidden';
}
