import type { Chapter, Language, Layout, LocalText, ParticipantId, RecordedPiece, RecordingOrder } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '@yaji/salon';
import { turnsIn, type TurnRecord } from '../floor.ts';
import { plateOf } from '../plate.ts';
import { type Log, replay, type Stretch, stretchesOf } from '../replay.ts';
import { chaptersIn } from './chapters.ts';
import { FRAME_MS, type Piece, piecesOf, placeIn } from './piece.ts';
import { arrangementOf, type Scene, sceneOf, type Tile } from './scene.ts';
import { picturesTogether, type RecordedTrack, soundsDuring, type Span } from './track.ts';
import { silencesTold, type Unheard } from './unheard.ts';

/**
 * One part of the published file, made by itself. `offsetMs` and `durationMs` lie on pictures (FRAME_MS); `fromAt`: UTC milliseconds
 * of its beginning. `picture`: the speaker's; null: a card with the name, or the slate. `beside`: who else is seen. `sounds` empty: silence.
 */
export type Cut = {
  offsetMs: number; durationMs: number; fromAt: number; scene: Scene; layout: Layout; picture: string | null; beside: Tile[]; sounds: readonly string[];
};

/** How the published file is put together. `startedAt`: UTC milliseconds of its first picture; null when nothing was recorded. */
export type EditList = {
  title: LocalText; languages: Language[]; startedAt: number | null; durationMs: number;
  pieces: RecordedPiece[]; cuts: Cut[]; chapters: Chapter[]; unheard: Unheard[];
};

/** The way in which a room is recorded unless somebody wants it otherwise. */
export const asItWas: RecordingOrder = { layout: 'as-arranged', without: [], language: null };

/** A cut is made in one go; longer ones are divided, so that a job that was killed loses at most this much. Milliseconds. */
const LONGEST_CUT_MS = 60_000;

type Source = {
  room: DeepReadonly<Room>; turns: ReadonlyMap<number, TurnRecord>; tracks: readonly RecordedTrack[]; without: ReadonlySet<ParticipantId>;
};

/**
 * Who is seen and heard when, in the published file's time. The same log, tracks and order give the same list for ever; and what a longer log
 * says of the same time is the same, but for what a turn's end decides after it. `until`: UTC milliseconds up to which the room goes on after its last event.
 */
export function editList(log: Log, tracks: readonly RecordedTrack[], order: RecordingOrder = asItWas, until?: number): EditList {
  const room = replay(log);
  const pieces = piecesOf(log, order.layout, until);
  const turns = new Map(turnsIn(room).map((turn) => [turn.turn, turn]));
  const source: Source = { room, turns, tracks, without: new Set(order.without) };
  const last = pieces.at(-1);
  const languages = order.language === null ? [...room.languages] : [...new Set([order.language, ...room.languages])];
  const seen = [...turns.values()].filter(({ speaker }) => !source.without.has(speaker.participantId));
  return {
    title: { ...room.title },
    languages,
    startedAt: pieces[0]?.fromAt ?? null,
    durationMs: last ? last.offsetMs + last.durationMs : 0,
    pieces: pieces.map(({ offsetMs, durationMs, fromAt }) => ({ offsetMs, durationMs, fromAt })),
    cuts: pieces.flatMap((piece) => piece.stretches.flatMap((stretch) => cutsOf(source, piece, stretch))),
    chapters: chaptersIn(seen, { pieces, stretches: stretchesOf(log), language: languages[0] ?? 'en' }),
    unheard: pieces.flatMap((piece) => piece.stretches.flatMap((stretch) => unheardIn(source, piece, stretch))),
  };
}

/** The turns of the list in file time: one chapter each, or one for each part of a turn that was interrupted. */
export const chaptersOf = (log: Log): Chapter[] => editList(log, []).chapters;

const ofKind = (tracks: readonly RecordedTrack[], kind: RecordedTrack['kind'], who: readonly (ParticipantId | null)[]): RecordedTrack[] =>
  tracks.filter((track) => track.kind === kind && who.includes(track.participantId));

/** The sound of whoever's page is heard; on an open floor of everybody who is on the stage. */
function voicesOf({ tracks, without }: Source, { voice, heard, company }: Stretch): RecordedTrack[] {
  if (heard === null) return [];
  const voices = heard === 'stage' ? company.beside : [voice];
  return ofKind(tracks, 'audio', voices.filter((id) => id !== null && !without.has(id)));
}

function cutsOf(source: Source, piece: Piece, stretch: Stretch): Cut[] {
  const scene = sceneOf(source, stretch);
  const { layout, beside } = arrangementOf(scene, stretch, source.without);
  const isLeftOut = stretch.turn !== null && scene.kind !== 'turn';
  const voices = isLeftOut ? [] : voicesOf(source, stretch);
  const people = [...(scene.kind === 'turn' ? [scene.speaker.participantId] : [null]), ...beside];
  return picturesTogether(people.map((id) => ofKind(source.tracks, 'video', [id])), stretch).flatMap(({ pictures: [picture = null, ...others], ...shown }) =>
    divided(piece, shown).map(({ offsetMs, durationMs }) => {
      const fromAt = piece.fromAt + offsetMs - piece.offsetMs;
      const tiles = beside.map((id, index): Tile => ({ who: plateOf(source.room, id), picture: others[index] ?? null }));
      return { offsetMs, durationMs, fromAt, scene, layout, picture, beside: tiles, sounds: soundsDuring(voices, { fromAt, toAt: fromAt + durationMs }) };
    }));
}

/** A span of a piece as parts of a minute, and what is left; where it ends does not move the parts before. Each begins and ends on a picture. */
function divided(piece: Piece, { fromAt, toAt }: Span): { offsetMs: number; durationMs: number }[] {
  const from = placeIn(piece, fromAt);
  const lengthMs = placeIn(piece, toAt) - from;
  return Array.from({ length: Math.ceil(lengthMs / LONGEST_CUT_MS) }, (_, index) => {
    const begin = index * LONGEST_CUT_MS;
    return { offsetMs: from + begin, durationMs: Math.min(LONGEST_CUT_MS, lengthMs - begin) };
  });
}

function unheardIn(source: Source, piece: Piece, stretch: Stretch): Unheard[] {
  const turn = source.turns.get(stretch.turn ?? 0);
  if (!turn || !stretch.heard || source.without.has(turn.speaker.participantId)) return [];
  return silencesTold(voicesOf(source, stretch), stretch).flatMap(({ fromAt, toAt, why }) => {
    const offsetMs = placeIn(piece, fromAt);
    const durationMs = Math.max(FRAME_MS, placeIn(piece, toAt) - offsetMs);
    return [{ turn: turn.turn, participantId: turn.speaker.participantId, offsetMs, durationMs, why }];
  });
}
