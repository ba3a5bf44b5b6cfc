import { type RefObject, useMemo, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { Tabs } from '../../../ui/controls/tabs.tsx';
import playerCss from '../player.module.css';
import { search } from '../story/search.ts';
import type { Story } from '../story/story.ts';
import { Now } from './now.tsx';
import css from './panel.module.css';
import { Hits, SearchField } from './search.tsx';
import { Subjects } from './subjects.tsx';
import { Transcript } from './transcript.tsx';
import { Turns } from './turns.tsx';

type TabName = 'now' | 'turns' | 'transcript' | 'questions' | 'votes' | 'agreed';
/** `seq`: the last event that had happened. `turn`: under way at this second. `unread`: the transcript cannot be read. */
type Props = { story: Story; view: RoomView; seq: number; atMs: number; turn: number | null; seek: (toMs: number) => void; field: RefObject<HTMLInputElement | null>; unread: boolean };

/** The log beside the film. */
export function Panel({ story, view, seq, atMs, turn, seek, field, unread }: Props) {
  const { t } = useWords();
  const [tab, open] = useState<TabName>('now');
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(-1);
  const hits = useMemo(() => search(story, query), [story, query]);
  const go = (to: number) => {
    const place = hits.length === 0 ? -1 : (to + hits.length) % hits.length;
    const hit = hits[place];
    if (!hit) return;
    setAt(place);
    seek(hit.offsetMs);
  };
  const questions = story.subjects.filter(({ kind }) => kind === 'question');
  const agreed = story.subjects.filter(({ kind }) => kind === 'action' || kind === 'decision');
  const votes = story.subjects.filter(({ kind }) => kind !== 'question' && kind !== 'action' && kind !== 'decision');
  const tabs = [
    { name: 'now', title: t('replay.now') }, { name: 'turns', title: t('replay.chapters') }, { name: 'transcript', title: t('replay.transcript') },
    { name: 'questions', title: t('replay.questions'), count: questions.length }, { name: 'votes', title: t('replay.votes'), count: votes.length },
    ...(agreed.length > 0 ? [{ name: 'agreed', title: t('action.tab'), count: agreed.length } as const] : []),
  ] as const;
  const panels: Record<TabName, () => React.ReactNode> = {
    now: () => <Now view={view} seq={seq} />,
    turns: () => <Turns turns={story.turns} current={turn} seek={seek} durationMs={story.durationMs} />,
    transcript: () => (unread ? <p role="alert">{t('replay.transcriptFailed')}</p> : <Transcript lines={story.lines} atMs={atMs} seek={seek} />),
    questions: () => <Subjects subjects={questions} atMs={atMs} seek={seek} none={'replay.noQuestions'} room={view.room} />,
    votes: () => <Subjects subjects={votes} atMs={atMs} seek={seek} none={'replay.noVotes'} />,
    agreed: () => <Subjects subjects={agreed} atMs={atMs} seek={seek} none={'action.none'} />,
  };
  return (
    <aside aria-label={t('replay.log')}>
      <div className={`${playerCss.side} ${css.panel}`}>
        <SearchField field={field} query={query} onQuery={(words) => { setQuery(words); setAt(-1); }} hits={hits} at={at} go={go} />
        {query.trim() === '' ? <Tabs label={t('replay.log')} tabs={tabs} open={tab} onOpen={open}>{panels[tab]()}</Tabs> : <div className={css.found} tabIndex={0} role="group" aria-label={t('replay.found')}><Hits hits={hits} query={query} at={at} go={go} /></div>}
      </div>
    </aside>
  );
}
