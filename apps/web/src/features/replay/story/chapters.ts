import type { LocalText, ParticipantId, RecordingOffer } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '@yaji/salon';
import { type Plate, plateOf } from '../../member/plate.ts';

/** A turn on the time line. `from`, `width`: parts of the whole, 0 to 1. `colour`: the same for all turns of a person. `under`: the topic, or the item of the programme. */
export type ChapterRow = {
  turn: number; participantId: ParticipantId; plate: Plate; offsetMs: number; durationMs: number; from: number; width: number; colour: number; under: DeepReadonly<LocalText> | null;
};

/** As many colours as can be told apart on a thin line. */
const colours = 6;

/** `room`: when all was over. */
export function chapterRows({ chapters, durationMs }: Pick<RecordingOffer, 'chapters' | 'durationMs'>, room: DeepReadonly<Room>): ChapterRow[] {
  const order = [...new Set(chapters.map(({ participantId }) => participantId))];
  const whole = Math.max(1, durationMs);
  return chapters.map(({ turn, participantId, title, offsetMs, durationMs: tookMs }) => {
    const plate = plateOf(room, participantId);
    return {
      turn, participantId, plate: Object.keys(plate.name).length > 0 ? plate : { ...plate, name: { und: title } }, offsetMs, durationMs: tookMs,
      from: offsetMs / whole, width: tookMs / whole, colour: order.indexOf(participantId) % colours, under: underOf(room, turn),
    };
  });
}

function underOf({ floor: { past, current }, agenda: { items } }: DeepReadonly<Room>, number: number): DeepReadonly<LocalText> | null {
  const turn = past.find((one) => one.turn === number) ?? (current?.turn === number ? current : null);
  const item = items.find(({ itemId }) => itemId === turn?.itemId);
  return item?.topics.find(({ topicId }) => topicId === turn?.topicId)?.title ?? item?.title ?? null;
}

/** The turn that is heard at this moment of the recording; between two turns, none. */
export const chapterAt = (rows: readonly ChapterRow[], atMs: number): ChapterRow | null => rows.find(({ offsetMs, durationMs }) => atMs >= offsetMs && atMs < offsetMs + durationMs) ?? null;

/** How far into a turn "the previous" means its own beginning. */
const justBegunMs = 2_000;

/** Where the next turn (`by` 1) begins, or this one or the one before (`by` -1); null where there is none. */
export function turnBeside(rows: readonly ChapterRow[], atMs: number, by: 1 | -1): number | null {
  const found = by === 1 ? rows.find(({ offsetMs }) => offsetMs > atMs) : rows.findLast(({ offsetMs }) => offsetMs < atMs - justBegunMs);
  return found?.offsetMs ?? (by === -1 ? 0 : null);
}
