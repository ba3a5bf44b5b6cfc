import { describe, expect, it } from '@jest/globals';
import { snapshotOnce } from './snapshot-once.ts';

const written = (): { encode: (packet: object) => unknown[]; before: object[] } => {
  const before: object[] = [];
  const encoder = { encode: (packet: object): unknown[] => [before.push(packet)] };
  snapshotOnce(encoder);
  return { encode: (packet) => encoder.encode(packet), before };
};
const snapshot = (room: object, me: string) => ({ type: 2, nsp: '/live', data: ['snapshot', { seq: 7, room, me: { participantId: me, role: 'attendee' }, now: 1 }] });

describe('a snapshot is written once for all who see the same', () => {
  it('says the same as it would otherwise, to each his own name', () => {
    const { encode } = written();
    const room = { phase: 'open', title: { 'zh-CN': '雅集 "}' } };
    for (const me of ['ann', 'bob']) {
      const packet = snapshot(room, me);
      const [text] = encode(packet) as [string];
      expect(text.slice(0, 7)).toBe('2/live,');
      expect(JSON.parse(text.slice(7))).toEqual(packet.data);
    }
  });

  it('puts the room into JSON once, and another room anew', () => {
    const { encode } = written();
    let asked = 0;
    const room = { toJSON: () => { asked += 1; return { phase: 'open' }; } };
    for (const me of ['ann', 'bob', 'cat']) encode(snapshot(room, me));
    expect(asked).toBe(1);
    expect(encode(snapshot({ phase: 'closed' }, 'dan'))[0]).toContain('"phase":"closed"');
  });

  it('leaves everything else to the encoder', () => {
    const { encode, before } = written();
    encode({ type: 2, nsp: '/live', data: ['events', {}] });
    encode({ type: 3, nsp: '/live', id: 4, data: [{ snapshot: {} }] });
    expect(before).toHaveLength(2);
  });
});
