import type { PollPlan } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { useWords } from '../../i18n/words.ts';
import { Local } from '../../ui/name.tsx';
import css from './poll.module.css';
import type { PollRow } from './poll-panel.ts';

/** The result as people see it: bars, stars, or words by size. `large`: on a projector. */
export function PollChart({ poll: { plan, result }, large = false }: { poll: PollRow; large?: boolean }) {
  const { t, language } = useWords();
  if (result === null) return null;
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const { answers, lines, mean, runoff } = result;
  const winner = runoff?.winner ?? null;
  return (
    <div className={css.chart} data-large={large || undefined} data-testid="poll-result">
      {mean !== null && <p className={css.mean}>{t('poll.mean', { mean: new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(mean) })}</p>}
      {winner !== null && <p className={css.mean}>{t('poll.winner')} <LineTitle plan={plan} id={winner} />{runoff && runoff.rounds.length > 1 && <span className="faint"> · {t('poll.rounds', { count: runoff.rounds.length })}</span>}</p>}
      {plan.kind === 'words'
        ? <p className={css.cloud}>{lines.map(({ id, count }) => <span key={id} style={{ fontSize: `${1 + 1.6 * Math.sqrt(count / (lines[0]?.count ?? 1))}em` }} title={t('poll.times', { count })}><bdi>{id}</bdi></span>)}</p>
        : (
          <ul>
            {lines.map(({ id, count, share, mine }) => (
              <li key={id} className={css.bar} data-mine={mine || undefined} data-option={id}>
                <span><LineTitle plan={plan} id={id} /></span>
                <span className={css.figure}>{plan.kind === 'ranking' ? t('poll.points', { count }) : plan.kind === 'text' ? (count > 1 ? `× ${count}` : '') : `${count} · ${percent.format(share)}`}</span>
                {plan.kind !== 'text' && <span className={css.track}><span style={{ inlineSize: `${share * 100}%` }} /></span>}
              </li>
            ))}
          </ul>
        )}
      <p className="faint small figures">{t('poll.answers', { count: answers })}</p>
    </div>
  );
}

/** An option by its title; a rating or somebody's words as they are. */
function LineTitle({ plan, id }: { plan: DeepReadonly<PollPlan>; id: string }) {
  const title = plan.options.find(({ optionId }) => optionId === id)?.title;
  return title ? <Local of={title} /> : <bdi>{id}</bdi>;
}
