import type { Replaced, Replacement } from '@yaji/contracts';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { faultWords } from '../../../session/fault-words.ts';
import { RestFault } from '../../../session/rest.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { TextField } from '../../../ui/controls/field.tsx';
import { Reworded } from './reworded.tsx';
import css from './transcript.module.css';

export type Preset = Pick<Replacement, 'find' | 'replace'>;
/** `where`: who said a line, and when. */
type Props = { preset: Preset; replace: (wanted: Replacement) => Promise<Replaced>; where: (lineId: string) => string };
type Wanted = Omit<Replacement, 'apply'>;
type State = { busy: boolean; answer: Replaced | null; wrong: string | null };

const calm: State = { busy: false, answer: null, wrong: null };
const longest = 200;

/** Finds in all lines and shows what would change; then replaces, if that is still what is found. */
export function Replace({ preset, replace, where }: Props) {
  const { t } = useWords();
  const [wanted, setWanted] = useState<Wanted>({ ...preset, matchCase: false, wholeWords: true });
  const [state, setState] = useState<State>(calm);
  const want = (change: Partial<Wanted>) => {
    setWanted({ ...wanted, ...change });
    setState(calm);
  };
  const look = (wrong: string | null = null) => replace({ ...wanted, apply: null }).then((answer) => setState({ busy: false, answer, wrong }));
  const failed = (error: unknown) => setState({ busy: false, answer: null, wrong: faultWords(error).text });
  const preview = () => {
    setState({ ...calm, busy: true });
    look().catch(failed);
  };
  const apply = (found: number) => {
    setState({ ...state, busy: true, wrong: null });
    replace({ ...wanted, apply: { found } }).then((answer) => setState({ busy: false, answer, wrong: null }), async (error: unknown) => {
      if (!(error instanceof RestFault) || error.code !== 'transcript/changed') throw error;
      await look(t('transcript.foundOther'));
    }).catch(failed);
  };
  return (
    <section className={css.panel} aria-label={t('transcript.replace')} data-testid="replace">
      <form onSubmit={(event) => { event.preventDefault(); preview(); }}>
        <div className={css.pair}>
          <TextField label={t('transcript.find')} value={wanted.find} maxLength={longest} onChange={(event) => want({ find: event.currentTarget.value })} autoFocus />
          <TextField label={t('transcript.with')} value={wanted.replace} maxLength={longest} hint={t('transcript.withHint')} onChange={(event) => want({ replace: event.currentTarget.value })} />
        </div>
        <p className={css.ticks}>
          <label><input type="checkbox" checked={wanted.matchCase} onChange={(event) => want({ matchCase: event.currentTarget.checked })} />{t('transcript.matchCase')}</label>
          <label><input type="checkbox" checked={wanted.wholeWords} onChange={(event) => want({ wholeWords: event.currentTarget.checked })} />{t('transcript.wholeWords')}</label>
        </p>
        <p className={css.buttons}><Button submit size="sm" variant="plain" busy={state.busy} disabled={wanted.find.trim() === ''}>{t('transcript.look')}</Button></p>
      </form>
      {state.wrong !== null && <p role="alert" className={css.wrong}>{state.wrong}</p>}
      <div role="status" data-testid="replaced" data-applied={state.answer?.applied}>
        {state.answer && <Found answer={state.answer} where={where} />}
      </div>
      {state.answer && !state.answer.applied && state.answer.found > 0 && <ApplyButton found={state.answer.found} busy={state.busy} apply={apply} />}
    </section>
  );
}

function ApplyButton({ found, busy, apply }: { found: number; busy: boolean; apply: (found: number) => void }) {
  const { t } = useWords();
  return <p className={css.buttons}><Button size="sm" busy={busy} onClick={() => apply(found)} data-testid="replace-all">{t('transcript.apply', { count: found })}</Button></p>;
}

function Found({ answer: { found, applied, lines }, where }: { answer: Replaced; where: Props['where'] }) {
  const { t } = useWords();
  if (found === 0) return <p>{t('transcript.noneFound')}</p>;
  return (
    <>
      <p><strong>{applied ? t('transcript.replaced', { count: found }) : t('transcript.wouldChange', { count: found })}</strong></p>
      <div className={css.found} role="region" tabIndex={0} aria-label={t('transcript.changes')}>
        <ol>{lines.map(({ lineId, before, after }) => <li key={lineId} data-found={lineId}><p className="faint small">{where(lineId)}</p><Reworded before={before} after={after} /></li>)}</ol>
      </div>
      {found > lines.length && <p className="faint small">{t('transcript.more', { count: found - lines.length })}</p>}
    </>
  );
}
