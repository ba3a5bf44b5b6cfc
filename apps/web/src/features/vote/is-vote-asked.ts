import { electorsOf, mayDo } from '@yaji/salon';
import type { RoomView } from '../../live/room-view.ts';
import { hasReceipt } from './receipts.ts';

/** A vote that one casts is not cast yet. */
export const isVoteAsked = ({ room, me }: RoomView): boolean =>
  mayDo(me.role, 'ballot.vote') && room.ballots.some((ballot) => ballot.status === 'open' && electorsOf(ballot, me.participantId).some((elector) => !ballot.votes[elector] && !hasReceipt(ballot.ballotId, elector)));
