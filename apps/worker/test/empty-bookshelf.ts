import { emptyDraft } from '@yaji/chronicle';
import type { Bookshelf } from '../src/written/bookshelf.ts';

/** Nothing is known beside the log, and nobody has changed anything. */
export const emptyBookshelf: Bookshelf = {
  salonOf: async () => null,
  edition: async () => null,
  draft: async () => emptyDraft,
  chat: async () => [],
  beside: async () => ({ beside: { occasion: { title: null, host: null, next: null }, timeZone: 'UTC', summary: null, pictures: [], answers: [] }, pictures: {} }),
};
