import { describe, expect, it } from '@jest/globals';
import type { ParticipantId } from '@yaji/contracts';
import { Seats } from './seats.ts';

const [ann, bob, cat] = ['ann', 'bob', 'cat'] as ParticipantId[] as [ParticipantId, ParticipantId, ParticipantId];

describe('the seats of voices', () => {
  it('are kept while a voice is heard, and given on when it has been silent for a second', () => {
    const seats = new Seats(2);
    expect([seats.of(ann, 0, true), seats.of(bob, 20, false), seats.of(ann, 40, true)]).toEqual([0, 1, 0]);
    expect(seats.of(cat, 900, false)).toBeNull();
    expect([seats.of(bob, 1_000, true), seats.of(cat, 1_100, false), seats.of(bob, 1_120, true)]).toEqual([1, 0, 1]);
  });

  it('are never refused to the one who leads', () => {
    const seats = new Seats(2);
    expect([seats.of(ann, 0, false), seats.of(bob, 20, false), seats.of(cat, 40, true), seats.of(ann, 60, false)]).toEqual([0, 1, 0, null]);
  });
});
