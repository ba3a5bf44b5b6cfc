import type { Block, Document, Paragraph, Run } from '@yaji/contracts';
import { type ReactNode, Suspense, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Link } from '../../ui/route/link.tsx';
import { part } from '../../ui/part/part.ts';
import css from './document.module.css';

const ParagraphEditor = part(() => import('./paragraph-editor.tsx'));

/** `momentLink`: where the replay shows a moment (UTC milliseconds); null where it was not recorded. */
export type DocumentProps = {
  document: Document; pictures: Readonly<Record<string, string>>; momentLink: (at: number) => string | null;
  /** To reviewers: `rewrite` puts other words in the place of a paragraph (null: the computed ones again); `rewritten`: those that have some. */
  review: Review | null;
};
export type Review = { rewrite: (key: string, text: string | null) => Promise<void>; rewritten: ReadonlySet<string>; leaveOut: (pictureId: string) => Promise<void> };

/** A written account as a page: the same blocks as in every file of it. */
export function DocumentView({ document, pictures, momentLink, review }: DocumentProps) {
  const runs = (some: readonly Run[]): ReactNode => some.map((run, n) => <RunView key={n} run={run} momentLink={momentLink} />);
  return (
    <article lang={document.language} className={css.document} data-testid="document">
      <h1>{document.title}</h1>
      {document.blocks.map((block, n) => (block.kind === 'paragraph' && review && block.key !== null
        ? <Reviewed key={block.key} block={block} itsKey={block.key} review={review} runs={runs} />
        : <BlockView key={n} block={block} runs={runs} pictures={pictures} leaveOut={review?.leaveOut ?? null} />))}
    </article>
  );
}

function RunView({ run: { text, strong = false, moment }, momentLink }: { run: Run; momentLink: DocumentProps['momentLink'] }) {
  const to = moment === undefined ? null : momentLink(moment);
  const words = strong ? <strong>{text}</strong> : text;
  return to === null ? words : <Link to={to} className={css.moment}>{words}</Link>;
}

type BlockProps = { block: Block; runs: (some: readonly Run[]) => ReactNode; pictures: DocumentProps['pictures']; leaveOut: Review['leaveOut'] | null };

function BlockView({ block, runs, pictures, leaveOut }: BlockProps) {
  const { t } = useWords();
  switch (block.kind) {
    case 'heading': {
      const Heading = ({ 1: 'h2', 2: 'h3', 3: 'h4' } as const)[block.level];
      return <Heading>{block.text}</Heading>;
    }
    case 'paragraph': return <p>{runs(block.runs)}</p>;
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return <List className={css.list}>{block.items.map((item, n) => <li key={n}>{runs(item)}</li>)}</List>;
    }
    case 'quote': return <blockquote className={css.quote}><p>{runs(block.runs)}</p>{block.by !== '' && <footer>{block.by}</footer>}</blockquote>;
    case 'table': return <Table block={block} runs={runs} />;
    case 'figure': {
      const url = pictures[block.pictureId];
      return url === undefined ? null : (
        <figure className={css.figure}>
          <img src={url} alt={block.alt} loading="lazy" />
          <figcaption>{block.caption}</figcaption>
          {leaveOut && <Button variant="quiet" size="sm" onClick={() => void leaveOut(block.pictureId)}>{t('written.leaveOutPicture')}</Button>}
        </figure>
      );
    }
  }
}

/** Wider than a telephone, it is moved by itself; by keys, too. */
function Table({ block: { head, rows, numeric }, runs }: { block: Extract<Block, { kind: 'table' }>; runs: BlockProps['runs'] }) {
  const { t } = useWords();
  const figures = new Set(numeric);
  return (
    <div className={css.table} role="region" tabIndex={0} aria-label={t('written.table', { columns: head.join(', ') })}>
      <table>
        <thead><tr>{head.map((title, n) => <th key={n} scope="col" data-numeric={figures.has(n)}>{title}</th>)}</tr></thead>
        <tbody>{rows.map((row, r) => <tr key={r}>{row.map((cell, n) => <td key={n} data-numeric={figures.has(n)}>{runs(cell)}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}

type ReviewedProps = { block: Paragraph; itsKey: string; review: Review; runs: BlockProps['runs'] };

/** A paragraph that a reviewer may put in other words. */
function Reviewed({ block, itsKey, review: { rewrite, rewritten }, runs }: ReviewedProps) {
  const { t } = useWords();
  const [editing, edit] = useState(false);
  const isRewritten = rewritten.has(itsKey);
  if (editing) {
    return (
      <Suspense>
        <ParagraphEditor text={block.runs.map(({ text }) => text).join('')} isRewritten={isRewritten} close={() => edit(false)} save={(text) => rewrite(itsKey, text)} />
      </Suspense>
    );
  }
  return (
    <div className={css.reviewed} data-rewritten={isRewritten} data-key={itsKey}>
      <p>{runs(block.runs)}</p>
      <Button variant="quiet" size="sm" onClick={() => edit(true)}>{isRewritten ? t('written.rewritten') : t('written.rewrite')}</Button>
    </div>
  );
}
