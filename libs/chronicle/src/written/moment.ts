import { assertNever } from '@yaji/kit';

/** How a document tells a time of its place: numbers only, so that it never changes with the machine's language tables. */
export type Moment = { date: string; clock: string };

/** Wall time in an IANA zone; UTC where the zone is not known. `at`: UTC milliseconds. */
export function momentIn(timeZone: string, at: number): Moment {
  const parts = new Map(formatFor(timeZone).formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, clock: `${part('hour')}:${part('minute')}:${part('second')}` };
}

/** The zone's name if the machine knows it. */
export const knownZone = (timeZone: string): string => formatFor(timeZone).resolvedOptions().timeZone;

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const fields = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const format = (zone: string): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat('en-GB', { ...fields, timeZone: zone, hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn' });
  try {
    return format(timeZone);
  } catch (cause) {
    return cause instanceof RangeError ? format('UTC') : assertNever(cause as never);
  }
}

/** `1:02:03` or `2:03`; rounded to seconds. */
export function lengthOf(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** A day of the calendar, as a document writes it out; what is no ISO date stands as it is. */
export function dayOf(isoDate: string, language: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(isoDate) ? Date.parse(`${isoDate}T00:00:00Z`) : NaN;
  return Number.isNaN(at) ? isoDate : new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}
