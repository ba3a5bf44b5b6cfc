import type { Language, LocalText, SalonId } from '@yaji/contracts';
import { EntitySchema } from 'typeorm';
import { instant, json, key, orNone, uuid, wordList, words } from './columns.ts';

/** One event as it was planned. Times in UTC milliseconds. */
export type Salon = {
  salonId: SalonId;
  title: LocalText;
  summary: LocalText | null;
  host: LocalText | null;
  startsAt: number;
  endsAt: number;
  /** From now on people may come in. */
  doorsOpenAt: number;
  timeZone: string;
  languages: Language[];
  accent: string | null;
  listed: boolean;
  /** A name for a salon that must exist once only, such as the demonstration; null for all others. */
  origin: string | null;
  createdAt: number;
};

export const SalonEntity = new EntitySchema<Salon>({
  name: 'Salon',
  tableName: 'salon',
  columns: {
    salonId: key(uuid('salon_id')),
    title: json('title'),
    summary: orNone(json('summary')),
    host: orNone(json('host')),
    startsAt: instant('starts_at'),
    endsAt: instant('ends_at'),
    doorsOpenAt: instant('doors_open_at'),
    timeZone: words('time_zone'),
    languages: wordList('languages'),
    accent: orNone(words('accent')),
    listed: { name: 'listed', type: 'boolean' },
    origin: orNone({ ...words('origin'), unique: true }),
    createdAt: instant('created_at'),
  },
});
