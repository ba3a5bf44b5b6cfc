import type { Stream } from '@yaji/salon';
import type { DeepReadonly } from '@yaji/kit';
import { useWords } from '../../i18n/words.ts';
import css from './stream.module.css';

/** Shown to everybody as long as the room is shown at other places too: their names. */
export function ElsewhereMark({ stream: { pushes } }: { stream: DeepReadonly<Stream> }) {
  const { t } = useWords();
  return pushes.length === 0 ? null : <span className={css.mark} data-testid="elsewhere">{t('push.mark', { names: pushes.map(({ label }) => label).join(' · ') })}</span>;
}
