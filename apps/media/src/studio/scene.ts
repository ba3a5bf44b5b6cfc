import type { ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { plan, type Plan } from '@yaji/media-plan';
import type { Room } from '@yaji/salon';

/** What the media plane has to know of a room, taken from its state at one instant. */
export type Scene = {
  readonly plan: Plan;
  /** The sources as one text: as long as it stays, nobody's routes change but those of listeners who come and go. */
  readonly sources: string;
  readonly admitted: ReadonlySet<ParticipantId>;
  readonly recording: boolean;
  readonly turn: { readonly turn: number; readonly participantId: ParticipantId; readonly running: boolean } | null;
};

export const noScene: Scene = { plan: { sources: [], listeners: new Set() }, sources: '', admitted: new Set(), recording: false, turn: null };

export function sceneOf(room: DeepReadonly<Room>): Scene {
  const planned = plan(room);
  const { current } = room.floor;
  return {
    plan: planned,
    sources: planned.sources.map(({ participantId, source, onAir }) => `${participantId}/${source}/${onAir}`).join(),
    admitted: new Set(Object.values(room.members).filter(({ standing }) => standing === 'admitted').map(({ participantId }) => participantId)),
    recording: room.recording.running,
    turn: current && { turn: current.turn, participantId: current.participantId, running: current.clock.runningSince !== null },
  };
}
