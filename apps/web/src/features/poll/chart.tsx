import { useWords } from '../../i18n/words.ts';
import { Local } from '../../ui/name.tsx';
import css from './poll.module.css';
import type { PollRow } from './poll-panel.ts';
import type { Bar } from './result.ts';

/** The result as people see it: bars, stars, or words by size. `large`: on a projector. */
export function PollChart({ poll: { plan, result }, large = false }: { poll: PollRow; large?: boolean }) {
  const { t, language } = useWords();
  if (result === null) return null;
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const { answers, bars, mean, runoff } = result;
  const winner = runoff?.winner === undefined || runoff.winner === null ? null : bars.find(({ id }) => id === runoff.winner);
  return (
    <div className={css.chart} data-large={large || undefined} data-testid="poll-result">
      {mean !== null && <p className={css.mean}>{t('poll.mean', { mean: new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(mean) })}</p>}
      {winner && <p className={css.mean}>{t('poll.winner')} <BarTitle bar={winner} />{runoff && runoff.rounds.length > 1 && <span className="faint"> · {t('poll.rounds', { count: runoff.rounds.length })}</span>}</p>}
      {plan.kind === 'words'
        ? <p className={css.cloud}>{bars.map((bar) => <span key={bar.id} style={{ fontSize: `${1 + 1.6 * Math.sqrt(bar.count / (bars[0]?.count ?? 1))}em` }} title={t('poll.times', { count: bar.count })}><bdi>{bar.words}</bdi></span>)}</p>
        : (
          <ul>
            {bars.map((bar) => (
              <li key={bar.id} className={css.bar} data-mine={bar.mine || undefined} data-option={bar.id}>
                <span><BarTitle bar={bar} /></span>
                <span className={css.figure}>{plan.kind === 'ranking' ? t('poll.points', { count: bar.count }) : plan.kind === 'text' ? (bar.count > 1 ? `× ${bar.count}` : '') : `${bar.count} · ${percent.format(bar.share)}`}</span>
                {plan.kind !== 'text' && <span className={css.track}><span style={{ inlineSize: `${bar.share * 100}%` }} /></span>}
              </li>
            ))}
          </ul>
        )}
      <p className="faint small figures">{t('poll.answers', { count: answers })}</p>
    </div>
  );
}

function BarTitle({ bar: { title, words } }: { bar: Bar }) {
  return title ? <Local of={title} /> : <bdi>{words}</bdi>;
}
