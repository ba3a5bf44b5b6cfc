import type { Aftermath, BookletPerson, LocalText, ParticipantId } from '@yaji/contracts';

export type Recording = NonNullable<Aftermath['recording']>;
/** A turn on the time line. `from`, `width`: parts of the whole, 0 to 1. `colour`: the same for all turns of a person. */
export type ChapterRow = { turn: number; participantId: ParticipantId; name: LocalText; organisation: LocalText | null; offsetMs: number; durationMs: number; from: number; width: number; colour: number };

/** As many colours as can be told apart on a thin line. */
const colours = 6;

export function chapterRows({ chapters, durationMs }: Pick<Recording, 'chapters' | 'durationMs'>, people: readonly BookletPerson[]): ChapterRow[] {
  const order = [...new Set(chapters.map(({ participantId }) => participantId))];
  const whole = Math.max(1, durationMs);
  return chapters.map(({ turn, participantId, title, offsetMs, durationMs: tookMs }) => {
    const person = people.find((one) => one.participantId === participantId);
    return {
      turn, participantId, name: person?.name ?? { en: title }, organisation: person?.organisation ?? null, offsetMs, durationMs: tookMs,
      from: offsetMs / whole, width: tookMs / whole, colour: order.indexOf(participantId) % colours,
    };
  });
}

/** The turn that is heard at this moment of the recording; between two turns, none. */
export const chapterAt = (rows: readonly ChapterRow[], atMs: number): ChapterRow | null => rows.find(({ offsetMs, durationMs }) => atMs >= offsetMs && atMs < offsetMs + durationMs) ?? null;
