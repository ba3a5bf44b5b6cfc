type Size = { width: number; height: number };

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
/** Frame headers of JPEG (ITU-T T.81, B.1.1.3), but for tables and arithmetic coding's own. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** What a picture says of its size, in pixels; null for what is neither PNG nor JPEG. */
export function pictureSize(bytes: Uint8Array): (Size & { type: 'image/png' | 'image/jpeg' }) | null {
  const read = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (read.length > 24 && read.subarray(0, 4).equals(png)) return { type: 'image/png', width: read.readUInt32BE(16), height: read.readUInt32BE(20) };
  if (read.length < 4 || read.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < read.length;) {
    if (read[at] !== 0xff) return null;
    const marker = read[at + 1] ?? 0;
    if (isFrame(marker)) return { type: 'image/jpeg', height: read.readUInt16BE(at + 5), width: read.readUInt16BE(at + 7) };
    at += 2 + read.readUInt16BE(at + 2);
  }
  return null;
}
