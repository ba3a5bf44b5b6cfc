import type { ParticipantId } from '@yaji/contracts';
import { overlaps, type RecordedTrack, silencesDuring, type Span } from './track.ts';

/**
 * A time of a turn in which the speaker should be heard, but no track has sound: nothing came (`not-recorded`), or it is known to have got
 * lost, on the way or with the program that recorded it (`lost`). `offsetMs` in the file.
 */
export type Unheard = { turn: number; participantId: ParticipantId; offsetMs: number; durationMs: number; why: 'not-recorded' | 'lost' };

/** A speaker may pause for breath this long; longer silences are told. Milliseconds. */
const TOLD_SILENCE_MS = 5_000;
/** What is known to be lost is told from this length on. Milliseconds. */
const TOLD_LOSS_MS = 500;
/** The last packets that a dying recorder took may not have come to the disk. Milliseconds. */
const TORN_MS = 1_500;

export type Silence = Span & { why: Unheard['why'] };

/** [CH15] What the sound of these tracks lacks in this time. */
export function silencesTold(tracks: readonly RecordedTrack[], during: Span): Silence[] {
  const sounds = tracks.filter(({ kind }) => kind === 'audio');
  const lost = sounds.flatMap((track) => track.lost ?? []);
  const breaks = sounds.flatMap(({ broken, spans }) => (broken === true ? [spans.at(-1)?.toAt ?? 0] : []));
  const silences = silencesDuring(sounds, during, TOLD_LOSS_MS).flatMap((silence): Silence[] => {
    const isLost = breaks.some((at) => Math.abs(at - silence.fromAt) < TORN_MS) || lost.some((span) => overlaps(span, silence));
    if (isLost) return [{ ...silence, why: 'lost' }];
    return silence.toAt - silence.fromAt >= TOLD_SILENCE_MS ? [{ ...silence, why: 'not-recorded' }] : [];
  });
  const within = lost.map((span) => ({ fromAt: Math.max(span.fromAt, during.fromAt), toAt: Math.min(span.toAt, during.toAt) }))
    .filter((span) => span.toAt - span.fromAt >= TOLD_LOSS_MS && !silences.some((silence) => overlaps(silence, span)))
    .map((span): Silence => ({ ...span, why: 'lost' }));
  return [...silences, ...within].sort((a, b) => a.fromAt - b.fromAt);
}
