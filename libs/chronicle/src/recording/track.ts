import type { MediaKind, MediaSource, ParticipantId } from '@yaji/contracts';

/** A time in which a track has something in it. UTC milliseconds. */
export type Span = { fromAt: number; toAt: number };

/**
 * One stored stream of one person, as far as its file can be read. `lost`: times of it that got lost on the way; `broken`: what recorded it
 * died, and nobody knows what would have followed.
 */
export type RecordedTrack = {
  trackId: string; participantId: ParticipantId; source: MediaSource; kind: MediaKind; spans: readonly Span[];
  lost?: readonly Span[]; broken?: boolean;
};

/** A picture that is away for less than this is bridged by its neighbour instead of a card. Milliseconds. */
const FLICKER_MS = 1_500;

export const overlaps = (span: Span, { fromAt, toAt }: Span): boolean => span.fromAt < toAt && span.toAt > fromAt;

const latestStart = (track: RecordedTrack): number => track.spans[0]?.fromAt ?? 0;

/** What is shown of somebody at this instant: the screen before the camera, the newer before the older. */
function shownAt(pictures: readonly RecordedTrack[], at: number): string | null {
  const showing = pictures.filter(({ spans }) => spans.some(({ fromAt, toAt }) => fromAt <= at && at < toAt));
  const rank = (track: RecordedTrack): number => (track.source === 'screen' ? 1 : 0);
  return showing.toSorted((a, b) => rank(b) - rank(a) || latestStart(b) - latestStart(a))[0]?.trackId ?? null;
}

export type Shown = Span & { picture: string | null };

/** Cuts a time into parts that each show one picture, or none. */
export function picturesDuring(tracks: readonly RecordedTrack[], during: Span): Shown[] {
  const pictures = tracks.filter((track) => track.kind === 'video' && track.spans.some((span) => overlaps(span, during)));
  const edges = pictures.flatMap(({ spans }) => spans.flatMap(({ fromAt, toAt }) => [fromAt, toAt]));
  const inside = [...new Set(edges)].filter((at) => at > during.fromAt && at < during.toAt).sort((a, b) => a - b);
  const starts = [during.fromAt, ...inside];
  const parts = starts.map((fromAt, index): Shown => ({ fromAt, toAt: starts[index + 1] ?? during.toAt, picture: shownAt(pictures, fromAt) }));
  return merged(steadied(merged(parts)));
}

function steadied(parts: readonly Shown[]): Shown[] {
  return parts.map((part, index) => {
    if (part.picture !== null || part.toAt - part.fromAt >= FLICKER_MS) return part;
    return { ...part, picture: parts[index - 1]?.picture ?? parts[index + 1]?.picture ?? null };
  });
}

function merged(parts: readonly Shown[]): Shown[] {
  const result: Shown[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last?.picture === part.picture) result[result.length - 1] = { ...last, toAt: part.toAt };
    else result.push(part);
  }
  return result;
}

/** A time in which of each of several people one picture is shown, or none. */
export type ShownTogether = Span & { pictures: (string | null)[] };

/** Cuts a time wherever the picture of anybody changes. `each`: the tracks of one person; the answer's pictures are in their order. */
export function picturesTogether(each: readonly (readonly RecordedTrack[])[], during: Span): ShownTogether[] {
  const shown = each.map((tracks) => picturesDuring(tracks, during));
  const edges = [...new Set([during.fromAt, ...shown.flatMap((parts) => parts.map(({ fromAt }) => fromAt))])].sort((a, b) => a - b);
  return edges.map((fromAt, index) => ({
    fromAt, toAt: edges[index + 1] ?? during.toAt, pictures: shown.map((parts) => parts.findLast((part) => part.fromAt <= fromAt)?.picture ?? null),
  }));
}

/** The sound tracks that have something in this time. */
export const soundsDuring = (tracks: readonly RecordedTrack[], during: Span): string[] =>
  tracks.filter((track) => track.kind === 'audio' && track.spans.some((span) => overlaps(span, during))).map(({ trackId }) => trackId);

/** The parts of a time in which none of these tracks has sound, each at least `leastMs` long. */
export function silencesDuring(tracks: readonly RecordedTrack[], during: Span, leastMs: number): Span[] {
  const spans = tracks.filter(({ kind }) => kind === 'audio').flatMap(({ spans: own }) => own.filter((span) => overlaps(span, during)));
  const silences: Span[] = [];
  let at = during.fromAt;
  for (const span of spans.toSorted((a, b) => a.fromAt - b.fromAt)) {
    if (span.fromAt - at >= leastMs) silences.push({ fromAt: at, toAt: span.fromAt });
    at = Math.max(at, span.toAt);
  }
  if (during.toAt - at >= leastMs) silences.push({ fromAt: at, toAt: during.toAt });
  return silences;
}
