import type { OpsHealth } from '@yaji/contracts';
import { useWords } from '../../i18n/words.ts';
import css from './ops.module.css';

const gibibyte = 1024 ** 3;

export function Health({ health: { postgres, redis, files } }: { health: OpsHealth }) {
  const { t, language } = useWords();
  const size = (bytes: number) => `${new Intl.NumberFormat(language, { maximumFractionDigits: bytes < 10 * gibibyte ? 1 : 0 }).format(bytes / gibibyte)} GiB`;
  const took = (tookMs: number | null) => (tookMs === null ? t('ops.away') : t('ops.answers', { ms: new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(tookMs) }));
  return (
    <section className={css.section} aria-label={t('ops.health')}>
      <h2>{t('ops.health')}</h2>
      <dl className={css.health}>
        <div data-good={postgres.tookMs !== null}><dt>{t('ops.database')}</dt><dd>{took(postgres.tookMs)}</dd>{postgres.tookMs === null && <dd className={css.means}>{t('ops.postgresAway')}</dd>}</div>
        <div data-good={redis.tookMs !== null}><dt>{t('ops.memory')}</dt><dd>{took(redis.tookMs)}</dd>{redis.tookMs === null && <dd className={css.means}>{t('ops.redisAway')}</dd>}</div>
        <div data-good={files !== null && !files.low}><dt>{t('ops.disk')}</dt><dd>{files ? t('ops.free', { free: size(files.freeBytes), total: size(files.totalBytes) }) : t('ops.unknown')}</dd>{files?.low && <dd className={css.means}>{t('ops.diskLow')}</dd>}</div>
      </dl>
    </section>
  );
}
