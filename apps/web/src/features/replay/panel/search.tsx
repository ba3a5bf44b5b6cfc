import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { IconButton } from '../../../ui/controls/button.tsx';
import { Name } from '../../member/plate.tsx';
import { type Hit, marked } from '../story/search.ts';
import { Jump } from './jump.tsx';
import css from './panel.module.css';

type Props = { field: Ref<HTMLInputElement>; query: string; onQuery: (query: string) => void; hits: readonly Hit[]; at: number; go: (to: number) => void };

/** Words that are looked for: how often they are there, and from one to the next. */
export function SearchField({ field, query, onQuery, hits, at, go }: Props) {
  const { t } = useWords();
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onQuery('');
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    go(at + (event.shiftKey ? -1 : 1));
  };
  return (
    <search className={css.search}>
      <input ref={field} type="search" aria-label={t('replay.search')} placeholder={t('replay.search')} value={query} onChange={(event) => onQuery(event.target.value)} onKeyDown={press} data-testid="search" />
      {query !== '' && (
        <>
          <span className={css.count} role="status" data-testid="search-count">{hits.length === 0 ? t('replay.noHits') : at < 0 ? t('replay.hits', { count: hits.length }) : t('replay.hitOf', { at: at + 1, of: hits.length })}</span>
          <IconButton small label={t('replay.hitBefore')} disabled={hits.length === 0} onClick={() => go(at - 1)}><IconChevronUp size={18} /></IconButton>
          <IconButton small label={t('replay.hitAfter')} disabled={hits.length === 0} onClick={() => go(at + 1)}><IconChevronDown size={18} /></IconButton>
          <IconButton small label={t('replay.searchEnd')} onClick={() => onQuery('')}><IconX size={18} /></IconButton>
        </>
      )}
    </search>
  );
}

/** So many are shown at once; who needs more looks for more words. */
const most = 200;

export function Hits({ hits, query, at, go }: { hits: readonly Hit[]; query: string; at: number; go: (to: number) => void }) {
  const { t } = useWords();
  const [list, setList] = useState<HTMLOListElement | null>(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current !== at) list?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    before.current = at;
  }, [at, list]);
  return (
    <ol ref={setList} className={css.list} data-testid="hits">
      {hits.slice(0, most).map(({ key, kind, offsetMs, said, plate }, n) => (
        <li key={key}>
          <Jump toMs={offsetMs} seek={() => go(n)} here={n === at} data-hit={kind}>
            <span className="label">{t(`replayKind.${kind}`)}{kind === 'line' && plate && <> · <Name plate={plate} /></>}</span>
            <bdi>{marked(said, query).map((part, place) => (place === 1 ? <mark key="found">{part}</mark> : part))}</bdi>
          </Jump>
        </li>
      ))}
    </ol>
  );
}
