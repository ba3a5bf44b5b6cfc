import type { Chapter, Language, LocalText, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '@yaji/salon';
import { turnsIn, type TurnRecord } from '../floor.ts';
import type { Plate } from '../plate.ts';
import { textIn } from '../plate.ts';
import { type Log, replay, type Stretch, stretchesOf } from '../replay.ts';
import { FRAME_MS, onFrame, type Piece, piecesOf } from './piece.ts';
import { picturesDuring, type RecordedTrack, silencesDuring, soundsDuring, type Span } from './track.ts';

/** What is to be seen: somebody who has the floor, or a title card. */
export type Scene =
  | { kind: 'turn'; turn: number; speaker: Plate; topic: LocalText | null }
  | { kind: 'slate'; item: LocalText | null; topic: LocalText | null };

/**
 * One part of the published file, made by itself. `offsetMs` and `durationMs` lie on pictures (FRAME_MS); `fromAt`: UTC milliseconds
 * of its beginning. `picture` null: a card with the speaker's name, or the slate. `sounds` empty: silence.
 */
export type Cut = { offsetMs: number; durationMs: number; fromAt: number; scene: Scene; picture: string | null; sounds: readonly string[] };

/** A time of a turn in which the speaker should be heard, but no track has sound. `offsetMs` in the file. */
export type Unheard = { turn: number; participantId: ParticipantId; offsetMs: number; durationMs: number };

/** How the published file is put together. `startedAt`: UTC milliseconds of its first picture; null when nothing was recorded. */
export type EditList = {
  title: LocalText; languages: Language[]; startedAt: number | null; durationMs: number; cuts: Cut[]; chapters: Chapter[]; unheard: Unheard[];
};

/** A cut is made in one go; longer ones are divided, so that a job that was killed loses at most this much. Milliseconds. */
const LONGEST_CUT_MS = 60_000;
/** A speaker may pause for breath this long; longer silences are told. Milliseconds. */
const TOLD_SILENCE_MS = 5_000;

type Source = { room: DeepReadonly<Room>; turns: ReadonlyMap<number, TurnRecord>; tracks: readonly RecordedTrack[] };

/** Who is seen and heard when, in the published file's time. The same log and tracks give the same list for ever. */
export function editList(log: Log, tracks: readonly RecordedTrack[]): EditList {
  const room = replay(log);
  const pieces = piecesOf(log);
  const turns = new Map(turnsIn(room).map((turn) => [turn.turn, turn]));
  const source: Source = { room, turns, tracks };
  const last = pieces.at(-1);
  return {
    title: { ...room.title },
    languages: [...room.languages],
    startedAt: pieces[0]?.fromAt ?? null,
    durationMs: last ? last.offsetMs + last.durationMs : 0,
    cuts: pieces.flatMap((piece) => piece.stretches.flatMap((stretch) => cutsOf(source, piece, stretch))),
    chapters: chaptersIn([...turns.values()], { pieces, stretches: stretchesOf(log), language: room.languages[0] ?? 'en' }),
    unheard: pieces.flatMap((piece) => piece.stretches.flatMap((stretch) => unheardIn(source, piece, stretch))),
  };
}

/** The turns of the list in file time: one chapter each, or one for each part of a turn that was interrupted. */
export const chaptersOf = (log: Log): Chapter[] => editList(log, []).chapters;

const placeIn = (piece: Piece, at: number): number => piece.offsetMs + Math.min(piece.durationMs, Math.max(0, onFrame(at - piece.fromAt)));

function sceneOf({ room, turns }: Source, stretch: Stretch): Scene {
  const turn = turns.get(stretch.turn ?? 0);
  const place = turn ?? stretch;
  const item = room.agenda.items.find(({ itemId }) => itemId === place.itemId);
  const topic = item?.topics.find(({ topicId }) => topicId === place.topicId)?.title ?? null;
  if (turn) return { kind: 'turn', turn: turn.turn, speaker: turn.speaker, topic: topic && { ...topic } };
  return { kind: 'slate', item: item ? { ...item.title } : null, topic: topic && { ...topic } };
}

/** The speaker's pictures, and the sound of whoever's page is heard. */
function tracksOf({ turns, tracks }: Source, { turn, voice }: Stretch): RecordedTrack[] {
  const speaker = turns.get(turn ?? 0)?.speaker.participantId;
  return tracks.filter(({ participantId, kind }) => participantId === (kind === 'audio' ? voice : speaker));
}

function cutsOf(source: Source, piece: Piece, stretch: Stretch): Cut[] {
  const tracks = tracksOf(source, stretch);
  const scene = sceneOf(source, stretch);
  return picturesDuring(tracks, stretch).flatMap(({ picture, ...shown }) =>
    divided(piece, shown).map(({ offsetMs, durationMs }) => {
      const fromAt = piece.fromAt + offsetMs - piece.offsetMs;
      const sounds = stretch.heard !== null ? soundsDuring(tracks, { fromAt, toAt: fromAt + durationMs }) : [];
      return { offsetMs, durationMs, fromAt, scene, picture, sounds };
    }));
}

/** A span of a piece as parts of about equal length that each begin and end on a picture. */
function divided(piece: Piece, { fromAt, toAt }: Span): { offsetMs: number; durationMs: number }[] {
  const from = placeIn(piece, fromAt);
  const frames = (placeIn(piece, toAt) - from) / FRAME_MS;
  const count = Math.ceil((frames * FRAME_MS) / LONGEST_CUT_MS);
  const edge = (index: number): number => from + Math.round((frames * index) / count) * FRAME_MS;
  return Array.from({ length: count }, (_, index) => ({ offsetMs: edge(index), durationMs: edge(index + 1) - edge(index) }));
}

function unheardIn(source: Source, piece: Piece, stretch: Stretch): Unheard[] {
  const turn = source.turns.get(stretch.turn ?? 0);
  if (!turn || !stretch.heard) return [];
  return silencesDuring(tracksOf(source, stretch), stretch, TOLD_SILENCE_MS).map(({ fromAt, toAt }) => {
    const offsetMs = placeIn(piece, fromAt);
    return { turn: turn.turn, participantId: turn.speaker.participantId, offsetMs, durationMs: placeIn(piece, toAt) - offsetMs };
  });
}

type Filed = { pieces: readonly Piece[]; stretches: readonly Stretch[]; language: string };

function chaptersIn(turns: readonly TurnRecord[], filed: Filed): Chapter[] {
  return turns.flatMap((turn) => partsOf(turn, filed.stretches).flatMap((part) => chapterOf(turn, part, filed))).sort((a, b) => a.offsetMs - b.offsetMs);
}

/** A turn from its start to its end, without the turns that interrupted it. */
function partsOf({ turn, startedAt, endedAt }: TurnRecord, stretches: readonly Stretch[]): Span[] {
  const others = stretches.filter((one) => one.turn !== null && one.turn !== turn && one.fromAt >= startedAt && one.toAt <= (endedAt ?? Infinity));
  const parts: Span[] = [];
  let fromAt = startedAt;
  for (const other of others) {
    if (other.fromAt > fromAt) parts.push({ fromAt, toAt: other.fromAt });
    fromAt = other.toAt;
  }
  return [...parts, { fromAt, toAt: endedAt ?? Infinity }];
}

/** From where a part of a turn is first in the file to where it is last, pauses included; nothing when it was not recorded. */
function chapterOf({ turn, speaker }: TurnRecord, { fromAt, toAt }: Span, { pieces, language }: Filed): Chapter[] {
  const inside = pieces.filter((piece) => fromAt < piece.fromAt + piece.durationMs && toAt > piece.fromAt);
  const [first] = inside;
  const last = inside.at(-1);
  if (!first || !last) return [];
  const offsetMs = placeIn(first, fromAt);
  const durationMs = placeIn(last, toAt) - offsetMs;
  const title = [textIn(speaker.name, language), textIn(speaker.organisation, language)].filter((part) => part !== null).join(' · ');
  return durationMs > 0 ? [{ turn, participantId: speaker.participantId, title, offsetMs, durationMs }] : [];
}
