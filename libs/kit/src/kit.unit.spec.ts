import { describe, expect, it } from '@jest/globals';
import { assertNever, err, ok, type Brand, type DeepReadonly, type Result } from './index.ts';

type RoomId = Brand<string, 'RoomId'>;
type Room = { id: RoomId; seats: Map<string, { taken: boolean }>; tags: Set<string>; queue: string[] };

const half = (n: number): Result<number, 'odd'> => (n % 2 === 0 ? ok(n / 2) : err('odd'));

describe('Result', () => {
  it('carries a value or the reason why there is none', () => {
    expect(half(4)).toEqual({ ok: true, value: 2 });
    expect(half(3)).toEqual({ ok: false, error: 'odd' });
  });
});

describe('assertNever', () => {
  it('names what nobody foresaw', () => {
    expect(() => assertNever({ type: 'Surprise' } as never)).toThrow('not foreseen: {"type":"Surprise"}');
  });
});

describe('Brand and DeepReadonly', () => {
  it('are refused by the compiler where they should be', () => {
    const room: DeepReadonly<Room> = { id: 'r1' as RoomId, seats: new Map(), tags: new Set(), queue: ['ann'] };
    const id: RoomId = room.id;
    // @ts-expect-error a plain string is nobody's id
    const stranger: RoomId = 'r1';
    // @ts-expect-error a queue that is only read cannot grow
    const push = room.queue.push;
    // @ts-expect-error nor can a seat be given away
    const set = room.seats.set;
    expect([id, stranger, typeof push, typeof set]).toEqual(['r1', 'r1', 'function', 'function']);
  });
});
