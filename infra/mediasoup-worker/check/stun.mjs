// The one STUN message that a browser opens a connection with: a binding request that nominates this path (RFC 8445, 8489).
import { createHmac, randomBytes } from 'node:crypto';

const MAGIC_COOKIE = 0x2112a442;
const FINGERPRINT_MASK = 0x5354554e;

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function attribute(type, value) {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc(-value.length & 3)]);
}

function word(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}

/** The length in the head already counts an attribute that is computed over everything before it. */
function withLength(message, length) {
  message.writeUInt16BE(length, 2);
  return message;
}

export function bindingRequest({ usernameFragment, password }) {
  const head = Buffer.concat([Buffer.from([0, 1, 0, 0]), word(MAGIC_COOKIE), randomBytes(12)]);
  const body = Buffer.concat([
    attribute(0x0006, Buffer.from(`${usernameFragment}:check`)), // USERNAME
    attribute(0x0024, word(0x6e7f1eff)), // PRIORITY, of a host candidate
    attribute(0x802a, randomBytes(8)), // ICE-CONTROLLING
    attribute(0x0025, Buffer.alloc(0)), // USE-CANDIDATE
  ]);
  const toSign = withLength(Buffer.concat([head, body]), body.length + 24);
  const signed = Buffer.concat([toSign, attribute(0x0008, createHmac('sha1', password).update(toSign).digest())]);
  const toSum = withLength(signed, body.length + 24 + 8);
  return Buffer.concat([toSum, attribute(0x8028, word(crc32(toSum) ^ FINGERPRINT_MASK))]);
}

/** The first byte tells STUN (0…3) from DTLS and SRTP (RFC 7983). */
export const isStun = (packet) => packet[0] < 4;
export const isDtls = (packet) => packet[0] >= 20 && packet[0] < 64;
