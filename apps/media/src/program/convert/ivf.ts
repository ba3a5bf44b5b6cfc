const headBytes = 32;
const frameHeadBytes = 12;

/** A frame of the file with its time, milliseconds. */
export type IvfFrame = { readonly ms: number; readonly bytes: Buffer };

/** Reads an IVF file as it comes: a head with the time base, then frames, each with its length and time, all little-endian. */
export function ivfReader(): (bytes: Buffer) => IvfFrame[] {
  let rest: Buffer = Buffer.alloc(0);
  let msPerTick: number | null = null;
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    const frames: IvfFrame[] = [];
    if (msPerTick === null && rest.length >= headBytes) {
      msPerTick = 1_000 * rest.readUInt32LE(20) / rest.readUInt32LE(16);
      rest = rest.subarray(headBytes);
    }
    while (msPerTick !== null && rest.length >= frameHeadBytes && rest.length >= frameHeadBytes + rest.readUInt32LE(0)) {
      const end = frameHeadBytes + rest.readUInt32LE(0);
      frames.push({ ms: Number(rest.readBigUInt64LE(4)) * msPerTick, bytes: rest.subarray(frameHeadBytes, end) });
      rest = rest.subarray(end);
    }
    return frames;
  };
}
