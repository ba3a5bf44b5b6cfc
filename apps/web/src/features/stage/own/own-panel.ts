import type { LocalText } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { greenRoom, voiceOf } from '@yaji/salon';
import type { RoomView } from '../../../live/room-view.ts';
import { isMe } from '../../../live/room-view.ts';
import type { MediaState } from '../../../media/media-store.ts';

/** One's own microphone and camera as the room treats them. */
export type OwnPanel = {
  /** `live`: everybody hears; `green-room`: sent, not heard; `away`: nothing is sent. */
  air: 'live' | 'green-room' | 'away';
  speaking: boolean; paused: boolean;
  /** The hall's microphone through which one is heard instead of one's own. */
  hall: DeepReadonly<LocalText> | null;
  /** Why nobody hears the one who is to be heard; null when all is well. */
  unheard: 'muted' | 'blocked' | 'none' | 'silent' | null;
};

type Devices = Pick<MediaState, 'microphone' | 'camera' | 'mayProduce'>;

export function ownPanel(view: RoomView, { microphone, camera, mayProduce }: Devices, notHeard: boolean): OwnPanel {
  const { current } = view.room.floor;
  const speaking = isMe(view, current?.participantId);
  const claim = claimOf(view);
  const sends = microphone.isSent || camera.isSent;
  return {
    speaking, paused: claim === 'paused', hall: speaking ? hallMicrophone(view) : null,
    air: (claim === 'heard' || claim === 'open') && microphone.onAir ? 'live' : mayProduce && sends ? 'green-room' : 'away',
    // On the open floor one may well be silent: only who has a turn is missed.
    unheard: claim === 'heard' ? whyUnheard(microphone.state, notHeard) : claim === 'open' && microphone.state === 'muted' ? 'muted' : null,
  };
}

/** What the room expects of this page's sound: that it is heard, may be, or will be after a pause. */
function claimOf(view: RoomView): 'heard' | 'open' | 'paused' | null {
  const { floor: { current, mode }, stage, phase } = view.room;
  if (phase !== 'open') return null;
  if (!current) return mode === 'open' && stage.guests.some((id) => isMe(view, id)) ? 'open' : null;
  if (!isMe(view, voiceOf(view.room))) return null;
  return (current.interpretation?.by ? current.interpretation.clock : current.clock).runningSince === null ? 'paused' : 'heard';
}

function hallMicrophone({ room: { floor: { current }, rules } }: RoomView): OwnPanel['hall'] {
  return rules.microphones.find(({ microphoneId }) => microphoneId === current?.microphone)?.title ?? null;
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

type Chosen = { listenOnly: boolean; unattended: boolean };

/** Whether this page should open the microphone by itself: never before the person is about to speak. */
export function willSpeak(view: RoomView, { listenOnly, unattended }: Chosen): boolean {
  const { room, me } = view;
  if (unattended) return true;
  if (isMe(view, room.floor.current?.participantId) || isMe(view, voiceOf(room))) return true;
  if (listenOnly) return false;
  const mayInterpret = me.role === 'interpreter' && room.rules.interpretation === 'consecutive';
  return me.role === 'speaker' || mayInterpret || room.floor.queue.some(({ participantId }) => isMe(view, participantId));
}

/**
 * What the node would take from this page: more than that would be refused. `soon`: the room says already that it will take something,
 * so that devices are opened while the way to the node is made, and not after it.
 */
export function mayOpen(view: RoomView): { microphone: boolean; camera: boolean; soon: boolean } {
  const { floor: { current }, stage, phase, members } = view.room;
  const speaking = isMe(view, current?.participantId);
  const onStage = stage.guests.some((id) => isMe(view, id));
  const ready = greenRoom(view.room).some((id) => isMe(view, id));
  // Who is heard through the hall does not send sound; an interpreter from outside the green room sends nothing else.
  const camera = speaking || onStage || ready;
  return { microphone: !(speaking && (current?.microphone ?? null) !== null), camera, soon: camera && phase === 'open' && members[view.me.participantId]?.place === 'remote' };
}
