import type { LocalText, MicrophoneId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { pendingOf } from '../../live/pending.ts';
import { isMe, type RoomView } from '../../live/room-view.ts';
import type { OwnDevice } from '../../media/media-store.ts';
import { type Plate, plateOf } from '../member/plate.ts';

/**
 * This page as a microphone of the hall. `unknown`: the hall has none of that name. `taken`: another page brings it. `plugging`: it is being
 * brought. `deaf`: the page is the microphone and hears nothing. `unsent`: it hears, and the way to the media node is not there (yet).
 */
export type MicrophonePanel = {
  state: 'unknown' | 'closed' | 'taken' | 'plugging' | 'deaf' | 'unsent' | 'ready' | 'paused' | 'on-air';
  title: DeepReadonly<LocalText>;
  speaker: Plate | null;
  holder: Plate | null;
  /** It is free and this page should take it. */
  shouldPlugIn: boolean;
};

type Devices = { microphone: Pick<OwnDevice, 'state' | 'onAir'>; mayProduce: boolean };

export function microphonePanel(view: RoomView, microphoneId: MicrophoneId, devices: Devices): MicrophonePanel {
  const { room, pending } = view;
  const one = room.stage.microphones.find((each) => each.microphoneId === microphoneId);
  const { current } = room.floor;
  const spokenAt = current?.microphone === microphoneId ? current : null;
  return {
    state: stateOf(view, one, devices),
    title: room.rules.microphones.find((each) => each.microphoneId === microphoneId)?.title ?? { en: microphoneId },
    speaker: spokenAt && plateOf(room, spokenAt.participantId),
    holder: one?.heldBy ? plateOf(room, one.heldBy) : null,
    shouldPlugIn: room.phase === 'open' && one?.pluggedBy === null && !pendingOf(pending, 'stage.plugIn'),
  };
}

function stateOf(view: RoomView, one: RoomView['room']['stage']['microphones'][number] | undefined, { microphone, mayProduce }: Devices): MicrophonePanel['state'] {
  const { phase, floor: { current } } = view.room;
  if (phase === 'closed') return 'closed';
  if (!one) return 'unknown';
  if (one.pluggedBy === null) return 'plugging';
  if (!isMe(view, one.pluggedBy)) return 'taken';
  if (microphone.state !== 'on') return 'deaf';
  if (!mayProduce) return 'unsent';
  if (current?.microphone !== one.microphoneId) return 'ready';
  return current.clock.runningSince === null || !microphone.onAir ? 'paused' : 'on-air';
}
