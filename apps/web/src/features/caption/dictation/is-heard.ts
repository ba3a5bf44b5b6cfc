import { voiceOf } from '@yaji/salon';
import { isMe, type RoomView } from '../../../live/room-view.ts';

/** Whether this page's microphone is the one that is heard: by the floor, or from the stage of an open one. */
export function isHeard(view: RoomView): boolean {
  const { floor, stage, phase } = view.room;
  if (phase !== 'open') return false;
  if (floor.current) return isMe(view, voiceOf(view.room) ?? undefined);
  return floor.mode === 'open' && stage.guests.some((guest) => isMe(view, guest));
}
