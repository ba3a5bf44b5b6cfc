/** What a stream of packets has to say in each (RFC 3550). `timestamp` in the codec's clock, any size: it wraps. */
export type Head = { payloadType: number; sequence: number; timestamp: number; ssrc: number; marker: boolean };

export function writePacket({ payloadType, sequence, timestamp, ssrc, marker }: Head, ...payload: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt8(0x80, 0);
  head.writeUInt8((marker ? 0x80 : 0) | payloadType, 1);
  head.writeUInt16BE(sequence & 0xffff, 2);
  head.writeUInt32BE(timestamp % 2 ** 32, 4);
  head.writeUInt32BE(ssrc, 8);
  return Buffer.concat([head, ...payload]);
}
