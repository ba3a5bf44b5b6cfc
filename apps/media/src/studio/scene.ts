import type { ParticipantId, PushId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { plan, type Plan } from '@yaji/media-plan';
import { type Room, voiceOf } from '@yaji/salon';

/** What the media plane has to know of a room, taken from its state at one instant. */
export type Scene = {
  readonly plan: Plan;
  /** The sources as one text: as long as it stays, nobody's routes change but those of listeners who come and go. */
  readonly sources: string;
  readonly admitted: ReadonlySet<ParticipantId>;
  readonly recording: boolean;
  /** `speaker`: whose turn it is; `voice`: whose microphone is the speaker's: his own, or the hall's. `running`: the speaker's clock runs, so what is heard is his. */
  readonly turn: { readonly turn: number; readonly speaker: ParticipantId; readonly voice: ParticipantId | null; readonly running: boolean } | null;
  /** Nobody has a turn; everybody on the stage may speak. */
  readonly isOpen: boolean;
  /** What is pushed elsewhere; `startedAt` tells one start from another. */
  readonly pushes: readonly { readonly pushId: PushId; readonly startedAt: number }[];
};

export const noScene: Scene = { plan: { sources: [], listeners: new Set(), inHall: new Set() }, sources: '', admitted: new Set(), recording: false, turn: null, isOpen: false, pushes: [] };

export function sceneOf(room: DeepReadonly<Room>): Scene {
  const planned = plan(room);
  const { current } = room.floor;
  return {
    plan: planned,
    sources: planned.sources.map(({ participantId, source, onAir }) => `${participantId}/${source}/${onAir}`).join(),
    admitted: new Set(Object.values(room.members).filter(({ standing }) => standing === 'admitted').map(({ participantId }) => participantId)),
    recording: room.recording.running,
    turn: current && { turn: current.turn, speaker: current.participantId, voice: voiceOf(room), running: current.clock.runningSince !== null },
    isOpen: room.phase === 'open' && room.floor.mode === 'open',
    pushes: room.stream.pushes.map(({ pushId, startedAt }) => ({ pushId, startedAt })),
  };
}
