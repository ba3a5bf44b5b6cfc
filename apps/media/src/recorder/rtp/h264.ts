import { Assembly } from './assembly.ts';
import type { Depacketizer, Opening } from './frame.ts';
import { sizeOf } from './h264-size.ts';

const unit = { idr: 5, sequence: 7, picture: 8, aggregate: 24, fragment: 28 };
const typeOf = (nal: Buffer): number => nal.readUInt8(0) & 0x1f;

/** Length-prefixed, as Matroska wants it. */
function prefixed(nal: Buffer): Buffer[] {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(nal.length);
  return [length, nal];
}

function unpackAggregate(payload: Buffer): Buffer[] {
  const nals: Buffer[] = [];
  for (let offset = 1; offset + 2 < payload.length;) {
    const length = payload.readUInt16BE(offset);
    nals.push(payload.subarray(offset + 2, offset + 2 + length));
    offset += 2 + length;
  }
  return nals.filter((nal) => nal.length > 0);
}

/** The units that end in this packet; a fragment in the making is kept in `parts`. */
function unpack(payload: Buffer, parts: Buffer[]): Buffer[] {
  switch (typeOf(payload)) {
    case unit.aggregate: return unpackAggregate(payload);
    case unit.fragment: {
      const header = payload.readUInt8(1);
      if (header & 0x80) parts.splice(0, parts.length, Buffer.of((payload.readUInt8(0) & 0xe0) | (header & 0x1f)));
      if (parts.length === 0) return [];
      parts.push(payload.subarray(2));
      return header & 0x40 ? [Buffer.concat(parts.splice(0))] : [];
    }
    default: return [payload];
  }
}

/** The AVCDecoderConfigurationRecord of ISO 14496-15. */
function configuration(sequence: Buffer, picture: Buffer): Buffer {
  const lengths = [sequence, picture].map((nal) => Buffer.of(nal.length >> 8, nal.length & 0xff));
  const head = Buffer.concat([Buffer.of(1), sequence.subarray(1, 4), Buffer.of(0xff, 0xe1)]);
  return Buffer.concat([head, lengths[0] ?? Buffer.of(), sequence, Buffer.of(1), lengths[1] ?? Buffer.of(), picture]);
}

/** H.264 as RFC 6184 sends it (packetization mode 0 or 1). Parameter sets stay in the stream too, so that a new size can follow. */
export function h264Frames(): Depacketizer {
  const assembly = new Assembly();
  const parts: Buffer[] = [];
  let sequence: Buffer | null = null;
  let picture: Buffer | null = null;
  return {
    take(inOrder) {
      const { payload } = inOrder.packet;
      if (payload.length < 2) return [];
      if (inOrder.lost > 0) parts.splice(0);
      const isLaterFragment = typeOf(payload) === unit.fragment && !(payload.readUInt8(1) & 0x80);
      const nals = unpack(payload, parts);
      for (const nal of nals) {
        if (typeOf(nal) === unit.sequence) sequence = Buffer.from(nal);
        if (typeOf(nal) === unit.picture) picture = Buffer.from(nal);
      }
      return assembly.take(inOrder, { starts: !isLaterFragment, key: nals.some((nal) => typeOf(nal) === unit.idr), pieces: nals.flatMap(prefixed) });
    },
    opening({ key }): Opening | null {
      if (!key || !sequence || !picture) return null;
      return { private: configuration(sequence, picture), ...sizeOf(sequence) };
    },
    get broken() { return assembly.broken; },
  };
}
