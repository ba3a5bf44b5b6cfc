/** Reads the bits of a sequence parameter set: fixed numbers and Exp-Golomb codes (ITU-T H.264, 9.1). */
function reader(nal: Buffer) {
  // Emulation prevention: 00 00 03 stands for 00 00.
  const bytes: number[] = [];
  for (const [index, byte] of nal.entries()) {
    if (!(byte === 3 && nal[index - 1] === 0 && nal[index - 2] === 0)) bytes.push(byte);
  }
  let at = 8;
  const bit = (): number => {
    const value = ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
    at += 1;
    return value;
  };
  const bits = (count: number): number => Array.from({ length: count }, bit).reduce((value, one) => value * 2 + one, 0);
  const unsigned = (): number => {
    let zeros = 0;
    while (zeros < 31 && bit() === 0) zeros += 1;
    return 2 ** zeros - 1 + bits(zeros);
  };
  return { bits, unsigned };
}
type Reader = ReturnType<typeof reader>;

/** Profiles that say more about colour before the size comes (7.3.2.1.1). */
const high = new Set([100, 110, 122, 244, 44, 83, 86, 118, 128]);

function skipScaling({ bits, unsigned }: Reader, lists: number): void {
  for (let list = 0; list < lists; list += 1) {
    if (!bits(1)) continue;
    for (let left = list < 6 ? 16 : 64, next = 8; left > 0 && next !== 0; left -= 1) {
      const code = unsigned();
      next = (next + (code % 2 ? (code + 1) / 2 : -code / 2) + 256) % 256;
    }
  }
}

function skipColour(read: Reader): number {
  const chroma = read.unsigned();
  if (chroma === 3) read.bits(1);
  read.unsigned();
  read.unsigned();
  read.bits(1);
  if (read.bits(1)) skipScaling(read, chroma === 3 ? 12 : 8);
  return chroma;
}

function skipOrder({ bits, unsigned }: Reader): void {
  unsigned();
  const kind = unsigned();
  if (kind === 0) unsigned();
  if (kind === 1) {
    bits(1);
    unsigned();
    unsigned();
    for (let left = unsigned(); left > 0; left -= 1) unsigned();
  }
  unsigned();
  bits(1);
}

/** The size of the pictures that a sequence parameter set announces, in pixels. */
export function sizeOf(nal: Buffer): { width: number; height: number } {
  const read = reader(nal);
  const profile = read.bits(8);
  read.bits(16);
  read.unsigned();
  const chroma = high.has(profile) ? skipColour(read) : 1;
  skipOrder(read);
  const columns = read.unsigned() + 1;
  const rows = read.unsigned() + 1;
  const framesOnly = read.bits(1);
  if (!framesOnly) read.bits(1);
  read.bits(1);
  const [left, right, top, bottom] = read.bits(1) ? [read.unsigned(), read.unsigned(), read.unsigned(), read.unsigned()] : [0, 0, 0, 0];
  const across = chroma === 1 || chroma === 2 ? 2 : 1;
  const down = (chroma === 1 ? 2 : 1) * (2 - framesOnly);
  return { width: columns * 16 - (left + right) * across, height: rows * 16 * (2 - framesOnly) - (top + bottom) * down };
}
