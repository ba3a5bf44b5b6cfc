import { useQuery } from '@tanstack/react-query';
import type { BallotBoard } from '@yaji/contracts';
import { useState } from 'react';
import { useParams } from 'react-router';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import { TextField } from '../../ui/controls/field.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Local } from '../../ui/name.tsx';
import { useTitle } from '../../ui/route/title.ts';
import { Slate } from '../../ui/slate.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { ServerState } from '../server-state.tsx';
import { choiceWords } from './choice-words.ts';
import { checkBoard, type Checked } from './check-board.ts';
import { Lines } from './lines.tsx';
import { receiptsOf } from './own-receipts.ts';
import css from './verify.module.css';

/** Null: there is none. */
async function readBoard(ballot: string): Promise<BallotBoard | null> {
  const answer = await fetch(`/verify/${encodeURIComponent(ballot)}`, { headers: { accept: 'application/json' } });
  if (answer.status === 404 || answer.status === 400) return null;
  if (!answer.ok) throw new Error(`the board answered ${answer.status}`);
  return await answer.json() as BallotBoard;
}

/** Anybody checks the count of a secret ballot here, without trusting what the server says of it. */
export default function VerifyPage() {
  const { t } = useWords();
  useTitle(t('verify.title'));
  return <Frame wide><ServerState><Verify /></ServerState></Frame>;
}

function Verify() {
  const { t, language } = useWords();
  const { ballot = '' } = useParams();
  const { data: board, error } = useQuery({ queryKey: ['board', ballot], queryFn: () => readBoard(ballot), retry: 2 });
  const checked = useQuery({ queryKey: ['checked', board?.digest], queryFn: () => (board ? checkBoard(board) : null), enabled: board?.status === 'published', retry: false });
  if (error) return <Slate testid="board-failed" title={t('verify.title')}><p>{t('verify.failed')}</p></Slate>;
  if (board === undefined) return <Waiting words={t('verify.loading')} />;
  if (board === null) return <Slate testid="board-missing" title={t('verify.title')}><p>{t('verify.missing')}</p></Slate>;
  return (
    <article className={css.verify} data-testid="board" data-status={board.status}>
      <header>
        <p className="faint small">{t('verify.title')}</p>
        <h1>{inLanguage(board.title, language).text}</h1>
        {board.sentence && <p className={css.sentence}><Local of={board.sentence} /></p>}
        <p className="faint figures">{board.entitled === null ? t('ballot.votes', { count: board.voted }) : t('verify.cast', { votes: board.voted, entitled: board.entitled })}</p>
      </header>
      {board.status !== 'published' && <p role="status">{t(`boardState.${board.status}`)}</p>}
      {board.status === 'published' && <Published board={board} checked={checked.data ?? null} failed={checked.isError} />}
      <Meaning />
    </article>
  );
}

function Published({ board, checked, failed }: { board: BallotBoard; checked: Checked | null; failed: boolean }) {
  const { t } = useWords();
  return (
    <>
      <section>
        <h2>{t('verify.checks')}</h2>
        {failed && <p role="alert">{t('verify.noCrypto')}</p>}
        {!failed && checked === null && <p className="faint">{t('ballot.counting')}</p>}
        {checked && (
          <ul className={css.checks} data-testid="checks">
            {(['tally', 'chain', 'count'] as const).map((one) => <li key={one} data-check={one} data-right={checked[one]}><span aria-hidden>{checked[one] ? '✓' : '✗'}</span> {t(`verified.${one}${checked[one] ? 'Right' : 'Wrong'}`)}</li>)}
          </ul>
        )}
        <p><strong>{t('verify.digest')}</strong> <code className={css.digest} data-testid="digest">{board.digest}</code></p>
        <p className="faint small">{t('verify.digestHint')}</p>
      </section>
      <Find board={board} />
      <Lines board={board} />
    </>
  );
}

/** By the receipts of this browser, or by a number that somebody has kept. */
function Find({ board }: { board: BallotBoard }) {
  const { t, language } = useWords();
  const [written, setWritten] = useState('');
  const tracker = written.trim().toLowerCase();
  const lineOf = (wanted: string) => board.board.find((line) => line.tracker === wanted);
  const said = (wanted: string) => {
    const line = lineOf(wanted);
    return line ? t('verify.found', { choice: choiceWords(board, line.choice, { t, language }) }) : t('verify.notFound');
  };
  const own = receiptsOf(board.ballotId);
  return (
    <section>
      {own.length > 0 && <h2>{t('verify.mine')}</h2>}
      {own.map((receipt) => <p key={receipt} role="status" data-testid="own-receipt" data-found={lineOf(receipt) !== undefined}><code className={css.digest}>{receipt}</code><br />{said(receipt)}</p>)}
      <TextField label={t('verify.find')} value={written} onChange={({ currentTarget: { value } }) => setWritten(value)} maxLength={64} spellCheck={false} autoComplete="off" data-testid="find-receipt" />
      {tracker.length === 32 && <p role="status" data-testid="found">{said(tracker)}</p>}
    </section>
  );
}

function Meaning() {
  const { t } = useWords();
  return (
    <section className={css.meaning}>
      <h2>{t('verify.proves')}</h2><p>{t('verify.provesText')}</p>
      <h2>{t('verify.not')}</h2><p>{t('verify.notText')}</p>
    </section>
  );
}
