import { mayDo } from '@yaji/salon';
import type { RoomView } from '../../live/room-view.ts';

/** A poll waits for one's answer. */
export const isAsked = ({ room, me }: RoomView): boolean =>
  mayDo(me.role, 'poll.answer') && room.polls.some(({ status, answers }) => status === 'open' && !Object.hasOwn(answers, me.participantId));
