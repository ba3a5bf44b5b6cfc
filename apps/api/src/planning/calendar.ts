import type { Booklet, LocalText } from '@yaji/contracts';
import { ICalCalendarMethod, ICalEventStatus, default as ical } from 'ical-generator';

/** The text in the wanted language; else the first that the salon has. */
export function pick(text: LocalText, wanted: string | undefined, languages: readonly string[]): string {
  const order = [...(wanted === undefined ? [] : [wanted]), ...languages];
  return order.flatMap((language) => text[language] ?? [])[0] ?? Object.values(text)[0] ?? '';
}

/** One entry for the salon, in UTC, under an id that stays; `madeAt` tells a calendar which edition is newer. */
export function calendarOf(booklet: Booklet, { url, language, madeAt }: { url: string; language: string | undefined; madeAt: number }): string {
  const say = (text: LocalText): string => pick(text, language, booklet.languages);
  const agenda = booklet.rooms.flatMap(({ title, agenda: items }) => [
    ...(booklet.rooms.length > 1 ? ['', say(title)] : []),
    ...items.map((item) => `– ${say(item.title)}`),
  ]);
  const calendar = ical({ name: say(booklet.title), prodId: { company: 'Yaji', product: 'Salon', language: 'EN' }, method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: `${booklet.salonId}@yaji`,
    start: new Date(booklet.startsAt),
    end: new Date(booklet.endsAt),
    stamp: new Date(madeAt),
    summary: say(booklet.title),
    description: [...(booklet.summary ? [say(booklet.summary), ''] : []), ...agenda, '', url].join('\n'),
    url,
    status: ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}
