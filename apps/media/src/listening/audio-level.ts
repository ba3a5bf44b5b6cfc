import type { types } from 'mediasoup';

const levelUri = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';
const loudest = 127;
const fixedBytes = 12;
/** Opus says silence in fewer bytes. */
const silentBytes = 12;
/** What is assumed of a client that does not tell its levels and sends more than silence. */
const assumedLevel = 97;

/** Under which number the packets of this stream carry their level; null: they do not. */
export const levelExtensionOf = ({ headerExtensions }: types.RtpParameters): number | null => headerExtensions?.find(({ uri }) => uri === levelUri)?.id ?? null;

/** How loud a packet of sound is, 0 (silence) to 127: what its sender says (RFC 6464), or else whether there is anything in it. */
export function levelIn(packet: Buffer, extensionId: number | null): number {
  if (packet.length < fixedBytes) return 0;
  const told = extensionId === null ? null : extension(packet, extensionId)?.[0] ?? null;
  if (told !== null) return loudest - (told & 0x7f);
  return packet.length - headerBytes(packet) > silentBytes ? assumedLevel : 0;
}

const extensionStart = (packet: Buffer): number => fixedBytes + 4 * ((packet[0] ?? 0) & 0x0f);

function headerBytes(packet: Buffer): number {
  const start = extensionStart(packet);
  const hasExtension = ((packet[0] ?? 0) & 0x10) !== 0 && packet.length >= start + 4;
  return hasExtension ? start + 4 + 4 * packet.readUInt16BE(start + 2) : start;
}

/** One element of a header extension (RFC 8285), in its one byte or its two byte form. */
function extension(packet: Buffer, id: number): Buffer | null {
  const start = extensionStart(packet);
  const end = Math.min(headerBytes(packet), packet.length);
  if (end < start + 4) return null;
  const isShort = packet.readUInt16BE(start) === 0xbede;
  for (let at = start + 4; at + 1 < end;) {
    const first = packet.readUInt8(at);
    const length = isShort ? (first & 0x0f) + 1 : packet.readUInt8(at + 1);
    const from = at + (isShort ? 1 : 2);
    if (first === 0) at += 1;
    else if ((isShort ? first >> 4 : first) === id) return packet.subarray(from, from + length);
    else at = from + length;
  }
  return null;
}
