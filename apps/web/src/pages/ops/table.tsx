import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import css from './ops.module.css';

type Row = { key: string; cells: ReactNode[] };
type Props = { title: string; heads: string[]; rows: Row[] | 'unknown'; none: string; testid: string };

/** A table that becomes cards where there is no width for it. The first cell of a row is its name. Its roles are told in words: they are lost where cells are no cells any more. */
export function Table({ title, heads, rows, none, testid }: Props) {
  const { t } = useWords();
  return (
    <section className={css.section} aria-label={title} data-testid={testid}>
      <h2>{title}</h2>
      {rows === 'unknown' && <p className={css.unknown}>{t('ops.unknownText')}</p>}
      {rows !== 'unknown' && rows.length === 0 && <p className="faint">{none}</p>}
      {rows !== 'unknown' && rows.length > 0 && (
        <table role="table" className={css.table}>
          <thead role="rowgroup"><tr role="row">{heads.map((head) => <th key={head} role="columnheader" scope="col">{head}</th>)}</tr></thead>
          <tbody role="rowgroup">
            {rows.map(({ key, cells }) => (
              <tr key={key} role="row">
                {cells.map((cell, at) => (at === 0
                  ? <th key={heads[at]} role="rowheader" scope="row">{cell}</th>
                  : <td key={heads[at]} role="cell"><span className={css.of} aria-hidden>{heads[at]}</span><span>{cell}</span></td>))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
