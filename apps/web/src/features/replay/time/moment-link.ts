/** "1h10m5s": hours and minutes are left out where there are none. Whole seconds, rounded down. */
export function writtenMoment(offsetMs: number): string {
  const seconds = Math.max(0, Math.floor(offsetMs / 1_000));
  const parts: [number, string][] = [[Math.floor(seconds / 3_600), 'h'], [Math.floor(seconds / 60) % 60, 'm'], [seconds % 60, 's']];
  return parts.filter(([count], n) => count > 0 || (n === 2 && seconds === 0)).map(([count, unit]) => `${count}${unit}`).join('');
}

/** Milliseconds of "1h10m5s", "70m", "90s" or "90"; null for anything else. */
export function readMoment(written: string): number | null {
  const [all, hours, minutes, seconds] = /^(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,7})s?)?$/.exec(written) ?? [];
  return all ? ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1_000 : null;
}

/** The moment that an address names, in its query or behind `#`, as some messengers rewrite it. */
export function momentOf({ search, hash }: Pick<Location, 'search' | 'hash'>): number | null {
  const written = new URLSearchParams(search).get('t') ?? new URLSearchParams(hash.replace(/^#/, '')).get('t');
  return written === null ? null : readMoment(written);
}

/** The address of this page at this moment. */
export const linkTo = ({ origin, pathname }: Pick<Location, 'origin' | 'pathname'>, offsetMs: number): string => `${origin}${pathname}?t=${writtenMoment(offsetMs)}`;
