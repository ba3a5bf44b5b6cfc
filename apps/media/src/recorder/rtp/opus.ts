import type { Depacketizer } from './frame.ts';

const channels = 2;
const rate = 48_000;

/** The identification header of RFC 7845. Pre-skip is 0: a tap begins in the middle of a stream, there is nothing to throw away. */
function opusHead(): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 0, 'latin1');
  head.writeUInt8(1, 8);
  head.writeUInt8(channels, 9);
  head.writeUInt32LE(rate, 12);
  return head;
}

/** RFC 7587: a packet is a frame, and each can be decoded alone. */
export const opusFrames = (): Depacketizer => ({
  take: ({ packet, at }) => [{ bytes: packet.payload, key: true, timestamp: packet.timestamp, at }],
  opening: () => ({ private: opusHead(), width: 0, height: 0 }),
  broken: false,
});
