import type { Output } from '../program/output.ts';
import { SoundPlace } from '../program/switch/sound-place.ts';
import { opusFrames } from '../recorder/rtp/opus.ts';
import { clusterOf, headOf } from '../recorder/track/matroska.ts';

/** Twenty milliseconds of silence as an Opus packet (RFC 6716, 3.1: CELT, full band, stereo, one frame). */
const silence = Buffer.of(0xfc, 0xff, 0xfe);
const silenceMs = 20;
/** Sound may be so late; then silence has taken its place. Milliseconds. */
const lateMs = 240;

/** What the leading voice of a room says, without a hole, as a live Matroska file that begins at `zero`, monotonic milliseconds. */
export function spokenFile(zero: number, write: (bytes: Buffer) => void): Output & { tick(now: number): void } {
  const place = new SoundPlace();
  const opening = opusFrames().opening({ at: zero, key: true, bytes: silence, timestamp: 0 });
  if (opening) write(headOf('opus', opening).bytes);
  const utter = (at: number, ms: number, payload: Buffer): void => {
    const placed = place.place(at, ms);
    if (placed !== null) write(clusterOf([{ ms: Math.round(placed - zero), key: true, bytes: payload }]));
  };
  const hushUntil = (until: number): void => {
    while (place.end !== null && place.end + silenceMs <= until) utter(place.end, silenceMs, silence);
  };
  utter(zero, silenceMs, silence);
  return {
    picture: () => undefined,
    sound: ({ at, ms, payload }, lead) => {
      if (!lead || at < zero) return;
      hushUntil(at);
      utter(at, ms, payload);
    },
    tick: (now) => hushUntil(now - lateMs),
  };
}
