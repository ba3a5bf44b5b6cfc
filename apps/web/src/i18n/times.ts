/** "3:12"; hours are written only when there are some. Negative spans are written without their sign. */
export function asClock(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** A countdown shows the second that is running: 3:00 at the start, 0:00 only when nothing is left. */
export const asCountdown = (ms: number): string => asClock(ms > 0 ? Math.ceil(ms / 1000) * 1000 : ms);

export const asMinutes = (ms: number): number => Math.max(0, Math.round(ms / 60_000));

type Where = { language: string; timeZone?: string | undefined };
const zoned = (options: Intl.DateTimeFormatOptions, { language, timeZone }: Where) => new Intl.DateTimeFormat(language, timeZone ? { ...options, timeZone } : options);

export const timeOf = (at: number, where: Where): string => zoned({ hour: 'numeric', minute: '2-digit' }, where).format(at);

export const dayOf = (at: number, where: Where): string => zoned({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, where).format(at);

/** Day and time of both ends; the day is written once when it is the same. */
export const spanOf = (from: number, to: number, where: Where): string =>
  zoned({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }, where).formatRange(from, to);

export const zoneName = (at: number, where: Where): string =>
  zoned({ timeZoneName: 'short' }, where).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';

/** Only the hours of both ends, for a second zone beside the first. */
export const hoursOf = (from: number, to: number, where: Where): string =>
  zoned({ weekday: 'short', hour: 'numeric', minute: '2-digit' }, where).formatRange(from, to);
