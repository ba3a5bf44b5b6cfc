import type { BallotBoard } from '@yaji/contracts';
import { useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/controls/button.tsx';
import { choiceWords } from './choice-words.ts';
import css from './verify.module.css';

const first = 200;

/** Every vote, in the order of the chain, which is by chance. Long boards on demand. */
export function Lines({ board }: { board: BallotBoard }) {
  const { t, language } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? board.board : board.board.slice(0, first);
  const weighed = board.board.some(({ weight }) => weight !== 1);
  return (
    <section>
      <h2>{t('verify.all')}</h2>
      <div className={css.scroll}>
        <table className={css.lines}>
          <thead><tr><th scope="col">{t('verify.tracker')}</th><th scope="col">{t('verify.choice')}</th>{weighed && <th scope="col">{t('verify.weight')}</th>}</tr></thead>
          <tbody>{shown.map(({ tracker, choice, weight }) => <tr key={tracker}><td><code>{tracker}</code></td><td>{choiceWords(board, choice, { t, language })}</td>{weighed && <td className="figures">{weight}</td>}</tr>)}</tbody>
        </table>
      </div>
      {!all && board.board.length > first && <Button variant="light" onClick={() => setAll(true)}>{t('verify.more', { count: board.board.length - first })}</Button>}
    </section>
  );
}
