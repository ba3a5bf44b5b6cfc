import { describe, expect, it } from '@jest/globals';
import { TrackClock } from '../track/track-clock.ts';
import { SenderClock } from './sender-clock.ts';

/** A noise that is the same in every run, 0 to 1. */
const noise = (index: number): number => (Math.sin(index * 12.9898) * 43_758.5453) % 1 ** 2;
const wrap = 2 ** 32;
const unixToNtpMs = 2_208_988_800_000;

type Kind = { rate: number; everyMs: number; delayMs: number; reportEveryMs: number; firstReportMs: number; start: number; ssrc: number };
const sound: Kind = { rate: 48_000, everyMs: 20, delayMs: 15, reportEveryMs: 5_000, firstReportMs: 2_500, start: 1_000, ssrc: 1 };
/** Encoding and pacing take longer than for sound. */
const picture: Kind = { rate: 90_000, everyMs: 40, delayMs: 95, reportEveryMs: 1_000, firstReportMs: 700, start: wrap - 90_000, ssrc: 2 };

type Sending = {
  seconds: number; jitterMs?: number;
  /** The sender's clock runs this many times as fast. */
  fast?: number;
  /** What the sender's own clock shows at true time `t` beside that. */
  setBy?: (t: number) => number;
  reports?: boolean;
};
type Placed = { takenMs: number; fileMs: number };

/** One kind of media of a sender: answers where each frame lies in its file, with the true time of its taking, and what the sidecar says. */
function sender({ seconds, jitterMs = 0, fast = 1, setBy = () => 0, reports = true }: Sending) {
  const shared = new SenderClock();
  const play = (kind: Kind) => {
    const clock = new TrackClock(kind.rate, shared);
    const timestampAt = (t: number): number => (kind.start + Math.round((t * fast * kind.rate) / 1_000)) % wrap;
    return {
      clock, kind,
      frame: (t: number): Placed => ({ takenMs: t, fileMs: clock.place(timestampAt(t), t + kind.delayMs + Math.abs(noise(t)) * jitterMs) }),
      report: (t: number): void => {
        if (reports) clock.report({ ssrc: kind.ssrc, sentMs: unixToNtpMs + t * fast + setBy(t), timestamp: timestampAt(t) }, t + kind.delayMs);
      },
    };
  };
  const tracks = { sound: play(sound), picture: play(picture) };
  const placed = { sound: [] as Placed[], picture: [] as Placed[] };
  for (let t = 0; t < seconds * 1_000; t += 20) {
    for (const name of ['sound', 'picture'] as const) {
      const { kind, frame, report } = tracks[name];
      if (t % kind.everyMs === 0) placed[name].push(frame(t));
      if (t >= kind.firstReportMs && (t - kind.firstReportMs) % kind.reportEveryMs < 20 && t % 20 === 0) report(t);
    }
  }
  /** Where a frame is on the server's time, as a reader of the sidecar counts: the file began with its first frame's arrival. */
  const utc = (name: 'sound' | 'picture', { fileMs }: Placed): number => {
    const { clock, kind } = tracks[name];
    return kind.delayMs + Math.abs(noise(0)) * jitterMs + (clock.syncMs ?? 0) + fileMs;
  };
  /** How much the picture comes after the sound of the same instant. */
  const offAt = (t: number): number => {
    const [heard, seen] = (['sound', 'picture'] as const).map((name) => {
      const one = placed[name].find(({ takenMs }) => takenMs === t);
      return one ? utc(name, one) : Number.NaN;
    });
    return (seen ?? Number.NaN) - (heard ?? Number.NaN);
  };
  return { placed, tracks, utc, offAt };
}

const every = (from: number, to: number, step: number): number[] => Array.from({ length: Math.floor((to - from) / step) }, (_, index) => from + index * step);
const worst = (values: readonly number[]): number => Math.max(...values.map(Math.abs));

describe('sound and picture of one sender', () => {
  it('lie together as the sender took them, from the first frame on, however differently they travel', () => {
    const { offAt, utc, placed } = sender({ seconds: 60, jitterMs: 30 });
    expect(worst(every(0, 59_000, 1_000).map(offAt))).toBeLessThan(6);
    // On the server's time they lie where the least delayed sound says.
    expect(worst(placed.sound.slice(-100).map((one) => utc('sound', one) - one.takenMs - sound.delayMs))).toBeLessThan(10);
  });

  it('are 80 ms apart where no reports come, by their arrival', () => {
    const { offAt, tracks } = sender({ seconds: 20, reports: false });
    expect(tracks.sound.clock.syncMs).toBeNull();
    expect(offAt(18_000)).toBe(80);
  });

  it.each([1.0001, 0.9999])('stay together and on the server\'s time for half an hour with a clock that is %f times as fast', (fast) => {
    const { offAt, utc, placed } = sender({ seconds: 1_800, fast, jitterMs: 20 });
    expect(worst(every(0, 1_799_000, 10_000).map(offAt))).toBeLessThan(10);
    expect(worst(placed.sound.filter((_, index) => index % 500 === 0).map((one) => utc('sound', one) - one.takenMs))).toBeLessThan(60);
  });

  it('stay together and run on when the sender\'s clock is set by a minute', () => {
    const { offAt, placed } = sender({ seconds: 60, setBy: (t) => (t >= 30_000 ? 60_000 : 0) });
    expect(worst(every(0, 59_000, 1_000).map(offAt))).toBeLessThan(10);
    const steps = placed.sound.map(({ fileMs }, index) => fileMs - (placed.sound[index - 1]?.fileMs ?? fileMs - 20));
    expect(Math.max(...steps)).toBeLessThan(30);
  });

  it('do not follow a report that is wrong', () => {
    const { offAt } = sender({ seconds: 30, setBy: (t) => (t > 14_000 && t < 15_000 ? 5_000 : 0) });
    expect(worst(every(0, 29_000, 1_000).map(offAt))).toBeLessThan(4);
  });

  it('never go back, nor leave a hole, when the reports come late', () => {
    const { placed } = sender({ seconds: 30, jitterMs: 60 });
    for (const name of ['sound', 'picture'] as const) {
      const files = placed[name].map(({ fileMs }) => fileMs);
      expect(files).toEqual([...new Set(files)].sort((one, other) => one - other));
      expect(Math.max(...files.map((ms, index) => ms - (files[index - 1] ?? 0)))).toBeLessThan(100);
    }
  });
});
