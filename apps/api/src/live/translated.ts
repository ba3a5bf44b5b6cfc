import { createHash } from 'node:crypto';
import type { Translation } from '@yaji/contracts';

/** A question's wording, and what it says in other languages as far as this process knows. */
export type Translated = {
  readonly text: string;
  readonly digest: string;
  translation: Translation | null;
  underWay: boolean;
  /** How often this process has had it translated in vain. */
  failures: number;
  /** Who has been told: a question that waits is read by moderators alone. */
  told: 'nobody' | 'moderating' | 'inside';
};

export const newlyWorded = (text: string): Translated => ({
  text, digest: createHash('sha256').update(text).digest('base64url'), translation: null, underWay: false, failures: 0, told: 'nobody',
});
