import type { StatisticsTable } from '@yaji/contracts';
import { useWords } from '../../../i18n/words.ts';
import css from './statistics.module.css';
import { TableFile, type TableSource } from './table-file.tsx';

/** The figures of a chart, for whoever cannot see it, or wants them exactly. */
export function Figures({ table: { name, title, columns, rows }, source }: { table: StatisticsTable; source: TableSource }) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language);
  return (
    <div className={css.figures}>
      <details className={css.details} data-testid={`table-${name}`}>
        <summary>{t('figures.table', { title })}</summary>
        <div className={css.table} role="region" tabIndex={0} aria-label={t('written.table', { columns: columns.join(', ') })}>
          <table>
            <caption className="sr">{title}</caption>
            <thead><tr>{columns.map((column, n) => <th key={n} scope="col">{column}</th>)}</tr></thead>
            <tbody>{rows.map((row, r) => <tr key={r}>{row.map((cell, n) => <td key={n} data-numeric={typeof cell === 'number'}>{typeof cell === 'number' ? number.format(cell) : cell}</td>)}</tr>)}</tbody>
          </table>
        </div>
      </details>
      <TableFile source={source} name={name} title={title} />
    </div>
  );
}
