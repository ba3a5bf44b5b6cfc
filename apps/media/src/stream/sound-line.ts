import type { Writable } from 'node:stream';
import { opusFrames } from '../recorder/rtp/opus.ts';
import { clusterOf, headOf } from '../recorder/track/matroska.ts';
import { SoundPlace } from '../program/switch/sound-place.ts';

/** Twenty milliseconds of silence as an Opus packet (RFC 6716, 3.1: CELT, full band, stereo, one frame). */
const silence = Buffer.of(0xfc, 0xff, 0xfe);
const silenceMs = 20;

export type SoundLine = {
  /** Instants: monotonic milliseconds. */
  begin(zero: number): void;
  utter(at: number, ms: number, payload: Buffer): void;
  hushUntil(until: number): void;
};

/** One live file of sound without a hole: what is said, and silence where nothing is. */
export function soundLine(pipe: Writable): SoundLine {
  const place = new SoundPlace();
  let zero = 0;
  const put = (at: number, ms: number, payload: Buffer): void => {
    const placed = place.place(at, ms);
    if (placed !== null) pipe.write(clusterOf([{ ms: Math.round(placed - zero), key: true, bytes: payload }]));
  };
  const hushUntil = (until: number): void => {
    while (place.end !== null && place.end + silenceMs <= until) put(place.end, silenceMs, silence);
  };
  return {
    hushUntil,
    begin: (at) => {
      const opening = opusFrames().opening({ at, key: true, bytes: silence, timestamp: 0 });
      if (opening === null) throw new Error('Opus needs no more than any packet of it to begin');
      pipe.write(headOf('opus', opening).bytes);
      zero = at;
      put(at, silenceMs, silence);
    },
    utter: (at, ms, payload) => {
      hushUntil(at);
      put(at, ms, payload);
    },
  };
}
