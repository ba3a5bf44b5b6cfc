import { describe, expect, it } from '@jest/globals';
import type { RtpPacket } from './packet.ts';
import { type InOrder, Reorder } from './reorder.ts';

const packet = (sequence: number): RtpPacket => ({ sequence: sequence & 0xffff, timestamp: 0, marker: false, payload: Buffer.of(1) });
const told = (out: readonly InOrder[]) => out.map(({ packet: { sequence }, lost }) => (lost > 0 ? `${sequence} after ${lost} lost` : sequence));

describe('Reorder', () => {
  it('passes on what comes in order, over the end of the numbers', () => {
    const reorder = new Reorder();
    expect([65_534, 65_535, 65_536, 65_537].flatMap((sequence) => told(reorder.push(packet(sequence), 0)))).toEqual([65_534, 65_535, 0, 1]);
  });

  it('waits for what is late, and drops doubles', () => {
    const reorder = new Reorder();
    expect(told(reorder.push(packet(1), 0))).toEqual([1]);
    expect(told(reorder.push(packet(3), 10))).toEqual([]);
    expect(told(reorder.push(packet(4), 20))).toEqual([]);
    expect(told(reorder.push(packet(1), 20))).toEqual([]);
    expect(told(reorder.push(packet(2), 100))).toEqual([2, 3, 4]);
  });

  it('gives up after a while and says what is lost', () => {
    const reorder = new Reorder();
    reorder.push(packet(1), 0);
    reorder.push(packet(4), 10);
    expect(told(reorder.due(300))).toEqual([]);
    expect(told(reorder.due(500))).toEqual(['4 after 2 lost']);
    expect(told(reorder.push(packet(3), 600))).toEqual([]);
    expect(told(reorder.push(packet(5), 600))).toEqual([5]);
  });

  it('begins anew where a sender began anew', () => {
    const reorder = new Reorder();
    reorder.push(packet(1), 0);
    expect(told(reorder.push(packet(30_000), 10))).toEqual(['30000 after 1 lost']);
    expect(told(reorder.push(packet(30_001), 20))).toEqual([30_001]);
  });
});
