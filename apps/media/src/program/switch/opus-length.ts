const silkMs = [10, 20, 40, 60];
const hybridMs = [10, 20];
const celtMs = [2.5, 5, 10, 20];

function frameMs(configuration: number): number {
  if (configuration < 12) return silkMs[configuration % 4] ?? 20;
  if (configuration < 16) return hybridMs[configuration % 2] ?? 20;
  return celtMs[configuration % 4] ?? 20;
}

/** How long an Opus packet sounds, milliseconds (RFC 6716, 3.1 and 3.2); 0 for what is none. */
export function opusMs(payload: Buffer): number {
  const [toc, count] = payload;
  if (toc === undefined) return 0;
  const code = toc & 3;
  const frames = code === 3 ? (count ?? 0) & 0x3f : Math.min(code, 1) + 1;
  return frames * frameMs(toc >> 3);
}
