import { useEffect, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Moment } from '../../ui/moment.tsx';

/** A small mark: the clock goes on and the last state stays, through any cut. */
export function Offline({ lost }: { lost: boolean }) {
  const { t } = useWords();
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => {
    // The mark says when the way was lost, not when that was noticed to last.
    const lostAt = lost ? Date.now() : null;
    const timer = setTimeout(() => setSince(lostAt), lost ? 1_000 : 0);
    return () => clearTimeout(timer);
  }, [lost]);
  if (since === null) return null;
  const [before = '', after = ''] = t('hall.offline', { time: '\n' }).split('\n');
  return <span className="faint" role="status" data-testid="offline">{before}<Moment at={since} />{after}</span>;
}
