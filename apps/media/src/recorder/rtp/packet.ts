/** One RTP packet (RFC 3550) without header extensions and padding. `timestamp` counts in the codec's clock and wraps at 2^32. */
export type RtpPacket = { sequence: number; timestamp: number; marker: boolean; payload: Buffer };

const fixedBytes = 12;

/** Null for what is no RTP packet, and for one without payload (padding that probes the bandwidth). */
export function readPacket(bytes: Buffer): RtpPacket | null {
  if (bytes.length < fixedBytes || bytes.readUInt8(0) >> 6 !== 2) return null;
  const first = bytes.readUInt8(0);
  let start = fixedBytes + 4 * (first & 0x0f);
  if (first & 0x10) {
    if (bytes.length < start + 4) return null;
    start += 4 + 4 * bytes.readUInt16BE(start + 2);
  }
  const end = first & 0x20 ? bytes.length - bytes.readUInt8(bytes.length - 1) : bytes.length;
  if (end <= start) return null;
  const second = bytes.readUInt8(1);
  return { sequence: bytes.readUInt16BE(2), timestamp: bytes.readUInt32BE(4), marker: second >= 0x80, payload: bytes.subarray(start, end) };
}
