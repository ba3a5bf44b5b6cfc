import type { Writable } from 'node:stream';
import { vp8Frames } from '../recorder/rtp/vp8.ts';
import { opusFrames } from '../recorder/rtp/opus.ts';
import { clusterOf, type Codec, headOf } from '../recorder/track/matroska.ts';
import type { Output, Picture } from '../program/output.ts';
import { SoundPlace } from '../program/switch/sound-place.ts';

/** Twenty milliseconds of silence as an Opus packet (RFC 6716, 3.1: CELT, full band, stereo, one frame). */
const silence = Buffer.of(0xfc, 0xff, 0xfe);
const silenceMs = 20;
/** Sound may be so late; then silence has taken its place. Milliseconds. */
const lateMs = 400;

export type FeedOptions = { sound: Writable; picture: Writable; begun: (at: number) => void };
export type Feed = Output & {
  /** Fills what nobody said. `now`: monotonic milliseconds. */
  tick(now: number): void;
};

const openings = { vp8: vp8Frames(), opus: opusFrames() };

function writeHead(pipe: Writable, codec: Codec & keyof typeof openings, { at, key, bytes }: Picture): boolean {
  const opening = openings[codec].opening({ at, key, bytes, timestamp: 0 });
  if (opening) pipe.write(headOf(codec, opening).bytes);
  return opening !== null;
}

/**
 * The program as two live files on one clock: pictures as they come, and one sound without a hole, of the leading voice. Both begin with
 * the first key frame; `begun` is told its monotonic instant.
 */
export function openFeed({ sound, picture, begun }: FeedOptions): Feed {
  const place = new SoundPlace();
  let zero: number | null = null;
  const write = (pipe: Writable, at: number, { key, bytes }: { key: boolean; bytes: Buffer }): void => {
    if (zero !== null) pipe.write(clusterOf([{ ms: Math.round(at - zero), key, bytes }]));
  };
  const utter = (at: number, ms: number, payload: Buffer): void => {
    const placed = place.place(at, ms);
    if (placed !== null) write(sound, placed, { key: true, bytes: payload });
  };
  const hushUntil = (until: number): void => {
    while (place.end !== null && place.end + silenceMs <= until) utter(place.end, silenceMs, silence);
  };
  const begin = (first: Picture): void => {
    if (!first.key || !writeHead(picture, 'vp8', first)) return;
    writeHead(sound, 'opus', first);
    zero = first.at;
    utter(zero, silenceMs, silence);
    begun(zero);
  };
  return {
    picture: (shown) => {
      if (zero === null) begin(shown);
      write(picture, shown.at, shown);
    },
    sound: ({ at, ms, payload }, lead) => {
      if (!lead || zero === null) return;
      hushUntil(at);
      utter(at, ms, payload);
    },
    tick: (now) => hushUntil(now - lateMs),
  };
}
