/** `firstPart`: the number of the part that began at `zeroAtMs`, UTC milliseconds; `partMs`: how long each is. `run`: each is a timeline of its own. */
export type Dating = { run: number; firstPart: number; zeroAtMs: number; partMs: number };

/** ffmpeg's list with the time of its first part (RFC 8216, 4.3.2.6) and the number of its timeline (4.3.3.3). */
export function datedList(list: string, { run, firstPart, zeroAtMs, partMs }: Dating): string {
  const first = Number(/^#EXT-X-MEDIA-SEQUENCE:(\d+)$/m.exec(list)?.[1] ?? firstPart);
  const date = new Date(zeroAtMs + (first - firstPart) * partMs).toISOString();
  return list
    .replace(/^(#EXT-X-MEDIA-SEQUENCE:.*)$/m, `$1\n#EXT-X-DISCONTINUITY-SEQUENCE:${run}`)
    .replace(/^#EXTINF:/m, `#EXT-X-PROGRAM-DATE-TIME:${date}\n#EXTINF:`);
}
