import type { Writable } from 'node:stream';
import { vp8Frames } from '../recorder/rtp/vp8.ts';
import { clusterOf, headOf } from '../recorder/track/matroska.ts';
import type { Output, Picture } from '../program/output.ts';
import { Seats } from './seats.ts';
import { soundLine } from './sound-line.ts';

/** Sound may be so late; then silence has taken its place. Milliseconds. */
const lateMs = 400;

export type FeedOptions = { sounds: readonly Writable[]; picture: Writable; begun: (at: number) => void };
export type Feed = Output & {
  /** Fills what nobody said. `now`: monotonic milliseconds. */
  tick(now: number): void;
};

/**
 * The program as live files on one clock: pictures as they come, and as many sounds without a hole as voices may be heard at once. All begin
 * with the first key frame; `begun` is told its monotonic instant.
 */
export function openFeed({ sounds, picture, begun }: FeedOptions): Feed {
  const lines = sounds.map(soundLine);
  const seats = new Seats(lines.length);
  let zero: number | null = null;
  const begin = (first: Picture): void => {
    const opening = first.key ? vp8Frames().opening({ ...first, timestamp: 0 }) : null;
    if (opening === null) return;
    picture.write(headOf('vp8', opening).bytes);
    for (const line of lines) line.begin(first.at);
    zero = first.at;
    begun(zero);
  };
  return {
    picture: (shown) => {
      if (zero === null) begin(shown);
      if (zero !== null) picture.write(clusterOf([{ ms: Math.round(shown.at - zero), key: shown.key, bytes: shown.bytes }]));
    },
    sound: ({ voice, at, ms, payload }, lead) => {
      const seat = zero === null ? null : seats.of(voice, at, lead);
      if (seat !== null) lines[seat]?.utter(at, ms, payload);
    },
    tick: (now) => { for (const line of lines) line.hushUntil(now - lateMs); },
  };
}
