import type { ExportWish } from '@yaji/contracts';
import type { Viewer } from '@yaji/salon';

/** Tables name people with figures about each; a report that nobody has approved (`edition` 0) is a draft. */
export function mayHave({ sees }: Viewer, { what }: Pick<ExportWish, 'what'>, edition: number): boolean {
  switch (what) {
    case 'minutes': case 'transcript': return sees !== 'outside';
    case 'report': return sees === 'moderating' || (sees === 'inside' && edition > 0);
    case 'tables': case 'everything': return sees === 'moderating';
  }
}
