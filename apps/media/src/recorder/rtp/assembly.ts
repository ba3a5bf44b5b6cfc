import type { Frame } from './frame.ts';
import type { InOrder } from './reorder.ts';

/** A packet's share of a picture. `starts`: the picture begins with it; `pieces`: bytes to append. */
export type Share = { starts: boolean; key: boolean; pieces: readonly Buffer[] };

/**
 * Joins the packets of a picture, which share a timestamp and end with the marker. After a loss nothing goes on until the next key
 * frame: a decoder would only show smears.
 */
export class Assembly {
  broken = true;
  private pieces: Buffer[] = [];
  private key = false;
  private timestamp: number | null = null;
  private at = 0;

  take({ packet, at, lost }: InOrder, { starts, key, pieces }: Share): Frame[] {
    if (lost > 0) this.drop();
    if (packet.timestamp !== this.timestamp) {
      if (this.timestamp !== null) this.drop();
      if (!starts) return this.drop();
      this.timestamp = packet.timestamp;
      this.at = at;
    }
    this.key ||= key;
    this.pieces.push(...pieces);
    return packet.marker ? this.finish() : [];
  }

  private finish(): Frame[] {
    const frame = { bytes: Buffer.concat(this.pieces), key: this.key, timestamp: this.timestamp ?? 0, at: this.at };
    this.clear();
    if (frame.key) this.broken = false;
    return this.broken || frame.bytes.length === 0 ? [] : [frame];
  }

  private drop(): Frame[] {
    this.broken = true;
    this.clear();
    return [];
  }

  private clear(): void {
    this.pieces = [];
    this.key = false;
    this.timestamp = null;
  }
}
