import type { ItemId, ParticipantId, TopicId } from '@yaji/contracts';
import type { TurnRecord } from '../floor.ts';
import type { Cut, EditList } from '../recording/edit-list.ts';
import type { RecordedTrack } from '../recording/track.ts';

/**
 * A picture that the report could have: somebody in their turn, out of their own camera's track, or the fullest stage, out of the published film
 * (`trackId` null). `moments`: when it may be taken, in UTC milliseconds; any of them shows exactly `shows`.
 */
export type Sitting = {
  pictureId: string; kind: 'speaker' | 'group'; itemId: ItemId | null; topicId: TopicId | null; turn: number | null;
  trackId: string | null; shows: ParticipantId[]; moments: number[];
};

/** One for each topic, six in all with that of the stage; a report of few topics has so many all the same. */
const [LEAST_SPEAKERS, MOST_SPEAKERS] = [3, 5];
const MOMENTS = 8;
/** Nobody looks their best in the first and the last moment. A shorter cut has no picture. Milliseconds. */
const MARGIN_MS = 1_000;
const SHORTEST_MS = 3 * MARGIN_MS;

type Source = { list: EditList; tracks: readonly RecordedTrack[]; turns: readonly TurnRecord[] };

/**
 * What can be taken for the report: for each topic, in its order, whoever spoke longest before a camera and is in no other picture yet; where
 * these are few, of whom there is none the longest turns; and the stage when most cameras were seen on it together. Nobody who was left out of
 * the recording is in its cuts.
 */
export function sittingsOf({ list, tracks, turns }: Source): Sitting[] {
  const cameras = new Map(tracks.filter(({ kind, source }) => kind === 'video' && source === 'camera').map((track) => [track.trackId, track.participantId]));
  const isLong = ({ durationMs }: Cut): boolean => durationMs >= SHORTEST_MS;
  const own = turns.flatMap((turn) => speakerOf(turn, list.cuts.filter(isLong), cameras));
  const taken: Sitting[] = [];
  for (const about of Map.groupBy(own, ({ sitting: { itemId, topicId } }) => `${itemId} ${topicId}`).values()) {
    const best = about.toSorted((a, b) => Number(isSeen(taken, a)) - Number(isSeen(taken, b)) || b.shownMs - a.shownMs)[0];
    if (best && taken.length < MOST_SPEAKERS) taken.push(best.sitting);
  }
  for (const other of own.toSorted((a, b) => b.shownMs - a.shownMs)) if (taken.length < LEAST_SPEAKERS && !isSeen(taken, other)) taken.push(other.sitting);
  return [...taken, ...groupOf(list.cuts.filter(isLong), cameras)];
}

const isSeen = (taken: readonly Sitting[], { sitting }: { sitting: Sitting }): boolean => taken.some(({ shows }) => shows[0] === sitting.shows[0]);

type Cameras = ReadonlyMap<string, ParticipantId>;

/** In the longest cut of the turn that shows the speaker's camera. */
function speakerOf({ turn, itemId, topicId, speaker }: TurnRecord, cuts: readonly Cut[], cameras: Cameras): { sitting: Sitting; shownMs: number }[] {
  const own = cuts.filter(({ scene, picture }) => scene.kind === 'turn' && scene.turn === turn && cameras.get(picture ?? '') === speaker.participantId);
  const [longest] = own.toSorted((a, b) => b.durationMs - a.durationMs);
  if (!longest) return [];
  const sitting: Sitting = {
    pictureId: `turn-${turn}`, kind: 'speaker', itemId, topicId, turn, trackId: longest.picture, shows: [speaker.participantId], moments: momentsIn(longest),
  };
  return [{ sitting, shownMs: own.reduce((sum, { durationMs }) => sum + durationMs, 0) }];
}

const inPicture = (cut: Cut, cameras: Cameras): ParticipantId[] =>
  [cut.picture, ...cut.beside.map(({ picture }) => picture)].flatMap((trackId) => cameras.get(trackId ?? '') ?? []);

function groupOf(cuts: readonly Cut[], cameras: Cameras): Sitting[] {
  const [fullest] = cuts.map((cut) => ({ cut, shows: inPicture(cut, cameras) }))
    .toSorted((a, b) => b.shows.length - a.shows.length || b.cut.durationMs - a.cut.durationMs);
  if (!fullest || fullest.shows.length < 2) return [];
  return [{ pictureId: 'stage', kind: 'group', itemId: null, topicId: null, turn: null, trackId: null, shows: fullest.shows, moments: momentsIn(fullest.cut) }];
}

function momentsIn({ fromAt, durationMs }: Cut): number[] {
  const step = (durationMs - 2 * MARGIN_MS) / (MOMENTS - 1);
  return Array.from({ length: MOMENTS }, (_, n) => Math.round(fromAt + MARGIN_MS + n * step));
}
