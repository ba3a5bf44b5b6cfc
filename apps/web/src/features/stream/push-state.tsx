import { useWords } from '../../i18n/words.ts';
import type { PushLine } from './push-panel.ts';
import css from './stream.module.css';

/** How a push gets on: in trouble what happened, what it means and what to do. Only what happened is called out: the seconds run on. */
export function PushStateWords({ line: { state, why, againSeconds } }: { line: PushLine }) {
  const { t } = useWords();
  if (why === null || state === 'live' || state === 'connecting') return <span className={css.state} data-state={state}>{t(state === 'live' ? 'push.live' : 'push.connecting')}</span>;
  const next = state === 'failed' ? t('push.failed') : againSeconds === null ? t('push.trying') : t('push.again', { seconds: againSeconds });
  return <span className={css.state} data-state={state}><span role="alert">{t(`pushWhy.${why}`)}</span> <span className="figures">{next}</span></span>;
}
