import { describe, expect, it } from '@jest/globals';
import { CommandId, RoomId } from '@yaji/contracts';
import { mayOpen, openingId } from './opening.ts';

const one = RoomId.parse('5b0f9a52-6d0e-4c53-9a60-0f2b2f3f9b10');
const other = RoomId.parse('5b0f9a52-6d0e-4c53-9a60-0f2b2f3f9b11');

describe('opening a room', () => {
  it('has the same id whoever does it', () => {
    expect(openingId(one)).toBe(openingId(one));
    expect(openingId(one)).not.toBe(openingId(other));
    expect(CommandId.safeParse(openingId(one)).success).toBe(true);
  });

  it('is for those who prepare, and for all once the doors are open', () => {
    expect([mayOpen('speaker', 100, 50), mayOpen('attendee', 100, 50), mayOpen('attendee', 100, 100)]).toEqual([true, false, true]);
  });
});
