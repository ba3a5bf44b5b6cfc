import type { Opening } from '../rtp/frame.ts';

/**
 * The part of Matroska (RFC 9559) that one track of finished frames needs, written by appending only. Muxing libraries were
 * looked at: they close a cluster at key frames, which come every ten seconds; here a cluster must be on disk every second.
 */
export type Codec = 'opus' | 'vp8' | 'h264';
/** A frame with its place in the file, milliseconds. */
export type Block = { ms: number; key: boolean; bytes: Buffer };

const codecIds: Record<Codec, string> = { opus: 'A_OPUS', vp8: 'V_VP8', h264: 'V_MPEG4/ISO/AVC' };
const unknownSize = Buffer.from('01ffffffffffffff', 'hex');
const durationId = Buffer.from('4489', 'hex');
/** A Void that takes exactly the place of the duration, which is known at the end. */
const durationSpace = Buffer.from(`ec89${'00'.repeat(9)}`, 'hex');
/** Of an element with a four byte id and an eight byte size. */
const headBytes = 12;
const opusSeekPreRollNs = 80_000_000;

function size(length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length) | (1n << 56n));
  return bytes;
}
const element = (id: string, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from(id, 'hex'), size(body.length), body]);
};
function unsigned(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}
function float(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

const ebmlHead = (): Buffer => element('1a45dfa3',
  element('4286', unsigned(1)), element('42f7', unsigned(1)), element('42f2', unsigned(4)), element('42f3', unsigned(8)),
  element('4282', Buffer.from('matroska')), element('4287', unsigned(4)), element('4285', unsigned(2)));

function track(codec: Codec, { private: own, width, height }: Opening): Buffer {
  const shape = codec === 'opus'
    ? [element('56bb', unsigned(opusSeekPreRollNs)), element('e1', element('b5', float(48_000)), element('9f', unsigned(2)))]
    : [element('e0', element('b0', unsigned(width)), element('ba', unsigned(height)))];
  return element('1654ae6b', element('ae',
    element('d7', unsigned(1)), element('73c5', unsigned(1)), element('83', unsigned(codec === 'opus' ? 2 : 1)), element('9c', unsigned(0)),
    element('86', Buffer.from(codecIds[codec])), ...(own ? [element('63a2', own)] : []), ...shape));
}

/** The head of a file with one track. `durationAt`: where `durationOf` goes once the file is finished. */
export function headOf(codec: Codec, opening: Opening): { bytes: Buffer; durationAt: number } {
  const before = Buffer.concat([ebmlHead(), Buffer.from('18538067', 'hex'), unknownSize]);
  const info = element('1549a966', durationSpace,
    element('2ad7b1', unsigned(1_000_000)), element('4d80', Buffer.from('yaji')), element('5741', Buffer.from('yaji')));
  return { bytes: Buffer.concat([before, info, track(codec, opening)]), durationAt: before.length + headBytes };
}

/** Takes the place of the space that `headOf` left. */
export const durationOf = (ms: number): Buffer => Buffer.concat([durationId, Buffer.of(0x88), float(ms)]);

/** A cluster of blocks that lie within 32 seconds. */
export function clusterOf(blocks: readonly Block[]): Buffer {
  const startMs = blocks[0]?.ms ?? 0;
  const simple = blocks.map(({ ms, key, bytes }) => {
    const head = Buffer.of(0x81, 0, 0, key ? 0x80 : 0);
    head.writeInt16BE(ms - startMs, 1);
    return element('a3', head, bytes);
  });
  return element('1f43b675', element('e7', unsigned(startMs)), ...simple);
}
