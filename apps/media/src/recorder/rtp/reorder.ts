import type { RtpPacket } from './packet.ts';

/** A packet in its place. `at`: monotonic milliseconds of its arrival; `lost`: how many are missing right before it, for good. */
export type InOrder = { packet: RtpPacket; at: number; lost: number };

/** How long a missing packet is waited for: a retransmission to the server takes a round trip or two. */
const patienceMs = 400;
const mostWaiting = 2_048;
const half = 0x8000;

/** How far sequence number `one` is after `other`, in -32768..32767. */
const distance = (one: number, other: number): number => ((one - other + half) & 0xffff) - half;

/**
 * Puts the packets of one stream into their order: late ones are waited for, doubles and hopelessly late ones dropped.
 * Retransmitted packets reach a tap as late as they reached the server.
 */
export class Reorder {
  private next: number | null = null;
  private readonly waiting = new Map<number, { packet: RtpPacket; at: number }>();

  push(packet: RtpPacket, at: number): InOrder[] {
    this.next ??= packet.sequence;
    const ahead = distance(packet.sequence, this.next);
    if (ahead < 0 && ahead > -mostWaiting) return [];
    if (ahead < 0 || ahead > mostWaiting) return this.startAnew(packet, at);
    this.waiting.set(packet.sequence, { packet, at });
    return this.due(at);
  }

  /** What may go on at this instant; asked again while packets wait. */
  due(now: number): InOrder[] {
    const ready: InOrder[] = [];
    let lost = 0;
    while (this.waiting.size > 0 && this.next !== null) {
      const one = this.waiting.get(this.next);
      if (one) {
        ready.push({ ...one, lost });
        this.waiting.delete(this.next);
        lost = 0;
      } else if (now - this.oldest() < patienceMs && this.waiting.size < mostWaiting) break;
      else lost += 1;
      this.next = (this.next + 1) & 0xffff;
    }
    return ready;
  }

  private oldest(): number {
    let oldest = Infinity;
    for (const { at } of this.waiting.values()) oldest = Math.min(oldest, at);
    return oldest;
  }

  /** The stream jumped: its sender started again. */
  private startAnew(packet: RtpPacket, at: number): InOrder[] {
    const rest = this.due(Infinity);
    this.next = (packet.sequence + 1) & 0xffff;
    return [...rest, { packet, at, lost: 1 }];
  }
}
