/** Fits with all headers and encryption into every usual path. */
const mostBytes = 1_150;

/** The payloads of one picture (RFC 7741, 4.2), each with a descriptor that carries a 15 bit picture number. */
export function vp8Payloads(picture: Buffer, number: number): Buffer[] {
  const count = Math.max(1, Math.ceil(picture.length / mostBytes));
  const size = Math.ceil(picture.length / count);
  return Array.from({ length: count }, (_, index) => {
    const descriptor = Buffer.of(index === 0 ? 0x90 : 0x80, 0x80, 0x80 | ((number >> 8) & 0x7f), number & 0xff);
    return Buffer.concat([descriptor, picture.subarray(index * size, (index + 1) * size)]);
  });
}
