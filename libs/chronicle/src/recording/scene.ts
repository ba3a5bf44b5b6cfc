import type { Layout, LocalText, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '@yaji/salon';
import type { TurnRecord } from '../floor.ts';
import type { Plate } from '../plate.ts';
import type { Stretch } from '../replay.ts';

/** What is to be seen: somebody who has the floor, the stage on an open floor, or a title card. */
export type Scene =
  | { kind: 'turn'; turn: number; speaker: Plate; topic: LocalText | null }
  | { kind: 'open'; item: LocalText | null; topic: LocalText | null }
  | { kind: 'slate'; item: LocalText | null; topic: LocalText | null };

/** Somebody beside the speaker, or one of those on an open floor. `picture` null: a card with the name. */
export type Tile = { who: Plate; picture: string | null };
/** How a cut is laid out; `speaker` alone fills the picture. */
export type Arrangement = { layout: Layout; beside: readonly ParticipantId[] };

type Means = { room: DeepReadonly<Room>; turns: ReadonlyMap<number, TurnRecord>; without: ReadonlySet<ParticipantId> };

/** [CH26] The turn of somebody who was left out is a title card. */
export function sceneOf({ room, turns, without }: Means, stretch: Stretch): Scene {
  const found = turns.get(stretch.turn ?? 0);
  const turn = found && !without.has(found.speaker.participantId) ? found : null;
  const { item, topic } = subjectOf(room, turn ?? stretch);
  return turn ? { kind: 'turn', turn: turn.turn, speaker: turn.speaker, topic } : { kind: stretch.open ? 'open' : 'slate', item, topic };
}

function subjectOf(room: DeepReadonly<Room>, { itemId, topicId }: Pick<Stretch, 'itemId' | 'topicId'>): { item: LocalText | null; topic: LocalText | null } {
  const item = room.agenda.items.find((one) => one.itemId === itemId);
  const topic = item?.topics.find((one) => one.topicId === topicId)?.title;
  return { item: item ? { ...item.title } : null, topic: topic ? { ...topic } : null };
}

/** Who is left beside; nobody beside fills the picture. An open floor without anybody on the stage is a title card. */
export function arrangementOf(scene: Scene, { company }: Stretch, without: ReadonlySet<ParticipantId>): Arrangement {
  const beside = scene.kind === 'slate' ? [] : company.beside.filter((id) => !without.has(id));
  return { layout: beside.length === 0 ? 'speaker' : company.layout, beside };
}
