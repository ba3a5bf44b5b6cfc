import { describe, expect, it } from '@jest/globals';
import type { EntryId, ParticipantId, Told } from '@yaji/contracts';
import { apply, emptyRoom, type Room } from '@yaji/salon';
import { linkTo, momentOf, readMoment, writtenMoment } from './moment-link.ts';
import { createSeeker, keepEvery } from './seeker.ts';

/** Three hours: every 2.16 s somebody raises a hand or takes it down. */
const threeHoursMs = 10_800_000;
const events = Array.from({ length: 5_000 }, (_, n): Told => {
  const entryId = `entry-${Math.floor(n / 2) * 2}` as EntryId;
  const stamp = { seq: n + 1, at: Math.floor((n * threeHoursMs) / 5_000), by: null };
  return n % 2 === 0 ? { ...stamp, type: 'FloorRequested', data: { entryId, participantId: `p${n % 40}` as ParticipantId } } : { ...stamp, type: 'FloorWithdrawn', data: { entryId } };
});
const folded = (instant: number): Room => {
  const room = emptyRoom();
  for (const event of events.filter(({ at }) => at <= instant)) apply(room, event);
  return room;
};

describe('seeking in a log', () => {
  it('gives the room as the log tells it, wherever one jumps', () => {
    const seeker = createSeeker(events);
    for (const instant of [-1, 0, threeHoursMs, 5_400_000, 5_400_001, 60_000, 10_799_000, 2_160 * keepEvery, 0]) expect(seeker.at(instant).room).toEqual(folded(instant));
    expect(seeker.end).toEqual(folded(threeHoursMs));
  });
  it('applies a few hundred events at most for a jump, and each once when it plays', () => {
    let applied = 0;
    const seeker = createSeeker(events, (room, event) => {
      applied += 1;
      apply(room, event);
    });
    const during = (work: () => void): number => {
      const before = applied;
      work();
      return applied - before;
    };
    for (const part of [0.99, 0.01, 0.5, 0.499, 0.75, 0.1]) expect(during(() => seeker.at(threeHoursMs * part))).toBeLessThanOrEqual(keepEvery);
    seeker.at(0);
    expect(during(() => { for (let at = 0; at <= threeHoursMs; at += 250) seeker.at(at); })).toBe(events.length - 1);
    expect(during(() => seeker.at(threeHoursMs))).toBe(0);
  });
  it('tells that the room is another by another object, and that it is the same by the same', () => {
    const seeker = createSeeker(events);
    const before = seeker.at(2_500);
    expect(seeker.at(2_600)).toBe(before);
    expect(seeker.at(4_400)).not.toBe(before);
    expect(createSeeker([]).at(5)).toMatchObject({ seq: 0, room: { phase: 'planned' } });
  });
});

describe('a moment in an address', () => {
  it('is written and read', () => {
    expect([0, 5_400, 60_000, 4_205_999, 36_000_000].map(writtenMoment)).toEqual(['0s', '5s', '1m', '1h10m5s', '10h']);
    expect(['1h10m5s', '70m5s', '90', '90s', '0s', '2h'].map(readMoment)).toEqual([4_205_000, 4_205_000, 90_000, 90_000, 0, 7_200_000]);
    expect(['', 'soon', '-5', '1.5h', '5s1h', '1e3', '99999999999'].map(readMoment)).toEqual(Array(7).fill(null));
  });
  it('stands in the query or behind the mark', () => {
    expect(momentOf({ search: '?a=b&t=1m', hash: '' })).toBe(60_000);
    expect(momentOf({ search: '', hash: '#t=1m5s' })).toBe(65_000);
    expect(momentOf({ search: '', hash: '#content' })).toBeNull();
    expect(linkTo({ origin: 'https://salon.example', pathname: '/s/1/r/2/replay' }, 65_900)).toBe('https://salon.example/s/1/r/2/replay?t=1m5s');
  });
});
