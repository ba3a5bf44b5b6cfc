import type { RoomView } from '../../../live/room-view.ts';
import { isMe } from '../../../live/room-view.ts';
import type { MediaState } from '../../../media/media-store.ts';

/** One's own microphone and camera as the room treats them. */
export type OwnPanel = {
  /** `live`: everybody hears; `green-room`: sent, not heard; `away`: nothing is sent. */
  air: 'live' | 'green-room' | 'away';
  speaking: boolean; paused: boolean;
  /** Why nobody hears the one who has the floor; null when all is well. */
  unheard: 'muted' | 'blocked' | 'none' | 'silent' | null;
};

export function ownPanel(view: RoomView, { microphone, camera, mayProduce }: Pick<MediaState, 'microphone' | 'camera' | 'mayProduce'>, notHeard: boolean): OwnPanel {
  const { current } = view.room.floor;
  const speaking = isMe(view, current?.participantId);
  const paused = speaking && current?.clock.runningSince === null;
  const sends = microphone.track !== null || camera.track !== null;
  return {
    speaking, paused,
    air: speaking && !paused && microphone.onAir ? 'live' : mayProduce && sends ? 'green-room' : 'away',
    unheard: speaking && !paused ? whyUnheard(microphone.state, notHeard) : null,
  };
}

function whyUnheard(state: MediaState['microphone']['state'], notHeard: boolean): OwnPanel['unheard'] {
  switch (state) {
    case 'muted': return 'muted';
    case 'blocked': case 'insecure': return 'blocked';
    case 'missing': case 'busy': case 'off': return 'none';
    case 'asking': return null;
    case 'on': return notHeard ? 'silent' : null;
  }
}

/** Whether this page should open the microphone by itself: never before the person is about to speak. */
export function willSpeak(view: RoomView, { listenOnly, unattended }: { listenOnly: boolean; unattended: boolean }): boolean {
  const { room, me } = view;
  if (unattended) return true;
  if (isMe(view, room.floor.current?.participantId)) return true;
  if (listenOnly) return false;
  return me.role === 'speaker' || room.floor.queue.some(({ participantId }) => isMe(view, participantId));
}
