import { z } from 'zod';

/** Controls (but line feed and tab), bidirectional overrides and zero-width marks that could disguise a name. */
const disguises = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** Half of a surrogate pair is no character: Postgres would refuse it. */
const clean = (written: string): string => written.toWellFormed().normalize('NFC').replace(disguises, '').trim();

/** What a person wrote: normalised (NFC), without controls, 1 to `max` UTF-16 units. */
export const text = (max: number) => z.string().max(max * 4).overwrite(clean).min(1).max(max);

/** A BCP 47 language tag such as `en` or `zh-CN`. */
export const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
export type Language = z.infer<typeof Language>;

/** A text per language; at least one. */
export const localText = (max: number) =>
  z.record(Language, text(max)).refine((texts) => Object.keys(texts).length > 0, { error: 'needs a text in at least one language' });
export type LocalText = Record<Language, string>;

/** ISO 3166-1 alpha-2. */
export const Country = z.string().regex(/^[A-Z]{2}$/);

/** A short name given by the programme: of a group, a category. */
export const Key = z.string().regex(/^[a-z0-9-]{1,40}$/);
