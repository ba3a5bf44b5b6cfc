import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/controls/button.tsx';
import type { ChatActs } from './acts.ts';
import type { ChatLink } from './chat-link.ts';
import type { ChatPanel } from './chat-panel.ts';
import { ChatLine } from './chat-line.tsx';
import css from './chat.module.css';

/** So near the end one follows what comes. CSS pixels. */
const nearEnd = 48;

type Props = { panel: ChatPanel; fetching: boolean; link: ChatLink; acts: ChatActs };

/** The messages; stays with the newest until somebody scrolls up, and where one reads when earlier ones are put before. */
export function ChatList({ panel: { rows, earlier }, fetching, link, acts }: Props) {
  const { t } = useWords();
  const log = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const drawn = useRef({ first: 0, last: 0, height: 0 });
  /** The newest message when one scrolled up; null while one follows. */
  const [left, setLeft] = useState<number | null>(null);
  const first = rows[0]?.message.number ?? 0;
  const last = rows.at(-1);
  const newest = last?.message.number ?? 0;
  const follow = (now: boolean) => {
    if (following.current === now) return;
    following.current = now;
    setLeft(now ? null : newest);
    link.follow(now);
  };
  useLayoutEffect(() => {
    const at = log.current;
    if (!at) return;
    const before = drawn.current;
    // Whoever has just written wants to see it.
    if (following.current || (last?.mine && newest > before.last)) at.scrollTop = at.scrollHeight;
    else if (first < before.first) at.scrollTop += at.scrollHeight - before.height;
    drawn.current = { first, last: newest, height: at.scrollHeight };
  });
  useEffect(() => {
    const at = log.current;
    if (!at) return undefined;
    const watching = new ResizeObserver(() => { if (following.current) at.scrollTop = at.scrollHeight; });
    watching.observe(at);
    return () => watching.disconnect();
  }, []);
  const scrolled = ({ scrollHeight, scrollTop, clientHeight }: HTMLDivElement) => follow(scrollHeight - scrollTop - clientHeight < nearEnd);
  const fresh = left === null ? 0 : rows.filter(({ message: { number }, mine }) => number > left && !mine).length;
  return (
    <div className={css.scroll}>
      <div ref={log} className={css.log} role="log" aria-live="polite" aria-busy={fetching} aria-label={t('chat.messages')} tabIndex={0} onScroll={(event) => scrolled(event.currentTarget)}>
        {rows.length === 0 && <p className="faint">{t('chat.none')}</p>}
        {earlier && <p className={css.earlier}><Button size="sm" variant="quiet" busy={fetching} onClick={link.fetchEarlier} data-testid="chat-earlier">{t('chat.earlier')}</Button></p>}
        <ol>{rows.map((row) => <ChatLine key={row.message.number} {...row} acts={acts} />)}</ol>
      </div>
      {left !== null && (
        <Button size="sm" className={css.newest} data-testid="chat-newest" onClick={() => {
          follow(true);
          log.current?.scrollTo({ top: log.current.scrollHeight });
        }}>{fresh > 0 ? t('chat.new', { count: fresh }) : t('chat.toNewest')}</Button>
      )}
    </div>
  );
}
