import { Assembly } from './assembly.ts';
import type { Depacketizer } from './frame.ts';

/** Length of the payload descriptor of RFC 7741, 4.2. */
export function descriptorBytes(payload: Buffer): number {
  if (!(payload.readUInt8(0) & 0x80)) return 1;
  const flags = payload.readUInt8(1);
  let length = 2;
  if (flags & 0x80) length += payload.readUInt8(length) & 0x80 ? 2 : 1;
  if (flags & 0x40) length += 1;
  if (flags & 0x30) length += 1;
  return length;
}

/** VP8 as RFC 7741 sends it: strips the descriptors; the first byte of a picture tells whether it is a key frame (RFC 6386, 9.1). */
export function vp8Frames(): Depacketizer {
  const assembly = new Assembly();
  return {
    take(inOrder) {
      const { payload } = inOrder.packet;
      if (payload.length < 4) return [];
      const starts = (payload.readUInt8(0) & 0x17) === 0x10;
      const length = descriptorBytes(payload);
      if (payload.length <= length) return [];
      return assembly.take(inOrder, { starts, key: starts && (payload.readUInt8(length) & 1) === 0, pieces: [payload.subarray(length)] });
    },
    opening({ bytes, key }) {
      if (!key || bytes.length < 10) return null;
      return { private: null, width: bytes.readUInt16LE(6) & 0x3fff, height: bytes.readUInt16LE(8) & 0x3fff };
    },
    get broken() { return assembly.broken; },
  };
}
