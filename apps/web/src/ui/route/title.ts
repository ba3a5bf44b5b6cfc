import { useEffect } from 'react';
import { say } from '../../i18n/words.ts';

/** The title of the browser's tab. */
export function useTitle(title: string | null | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · ${say('app.name')}` : say('app.name');
  }, [title]);
}
