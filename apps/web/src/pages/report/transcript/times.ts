import { asClock } from '../../../i18n/times.ts';
import type { Moments } from '../../../features/written/use-moments.ts';

/** `line`: where the recording has a line, else the time of the day with its seconds. `turn`: the time of the day. `to`: the replay from there. UTC milliseconds. */
export type Times = { line: (at: number) => string; turn: (at: number) => string; to: (at: number) => string | null };

/** Formats are made once: thousands of lines share them. */
export function timesOf(moments: Moments | null, { language, timeZone }: { language: string; timeZone: string }): Times {
  const minutes = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit', timeZone });
  const seconds = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit', second: '2-digit', timeZone });
  return { line: (at) => (moments ? asClock(moments.fileMs(at)) : seconds.format(at)), turn: (at) => minutes.format(at), to: (at) => moments?.link(at) ?? null };
}
