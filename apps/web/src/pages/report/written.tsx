import type { Booklet, BookletRoom, WrittenLanguage } from '@yaji/contracts';
import { isModerating } from '@yaji/salon';
import { Suspense, useState } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import { useSalonLook } from '../../session/salon-look.ts';
import type { Session } from '../../session/session.ts';
import { Tabs } from '../../ui/controls/tabs.tsx';
import { Local } from '../../ui/name.tsx';
import { ButtonLink } from '../../ui/controls/button.tsx';
import { paths } from '../../ui/route/paths.ts';
import { useQueryOf } from '../../ui/route/query.ts';
import { useTitle } from '../../ui/route/title.ts';
import { Slate } from '../../ui/slate.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { Account } from './account.tsx';
import { part } from '../../ui/part/part.ts';
import css from './report.module.css';

const Transcript = part(() => import('./transcript/transcript.tsx'));
const Statistics = part(() => import('./statistics/statistics.tsx'));
const TakeAway = part(() => import('./take-away/take-away.tsx'));

const parts = ['minutes', 'report', 'transcript', 'statistics', 'takeAway'] as const;
type Part = (typeof parts)[number];
const isPart = (what: string | null): what is Part => parts.some((part) => part === what);

/** What is written down of a salon, room by room. The address says which: it can be passed on. */
export function Written({ session, salon }: { session: Session; salon: string }) {
  const { t, language } = useWords();
  const booklet = useSalonLook(salon);
  useTitle(booklet ? `${t('written.title')}, ${inLanguage(booklet.title, language).text}` : t('written.title'));
  if (!booklet) return <Waiting words={t('app.loading')} />;
  return <OfSalon session={session} booklet={booklet} />;
}

function OfSalon({ session, booklet }: { session: Session; booklet: Booklet }) {
  const { t, language } = useWords();
  const [query, change] = useQueryOf();
  const [written, setWritten] = useState<'en' | 'zh-CN'>(language === 'zh-CN' ? 'zh-CN' : 'en');
  const what = query.get('what');
  const part = isPart(what) ? what : 'minutes';
  const room = booklet.rooms.find(({ roomId }) => roomId === query.get('room')) ?? booklet.rooms[0];
  const go = (to: { what?: Part; room?: string }) => change((asked) => {
    asked.set('what', to.what ?? part);
    asked.set('room', to.room ?? room?.roomId ?? '');
  });
  if (!room) return <Slate testid="no-room" title={t('written.none')}><p>{t('written.noneText')}</p></Slate>;
  return (
    <div className={css.written} data-testid="written">
      <header className={css.head}>
        <p className={css.salon}><Local of={booklet.title} /></p>
        <div className={css.choices}>
          {booklet.rooms.length > 1 && <RoomChoice rooms={booklet.rooms} room={room} choose={(roomId) => go({ room: roomId })} />}
          <label>
            <span className="sr">{t('written.language')}</span>
            <select value={written} onChange={(event) => setWritten(event.target.value === 'zh-CN' ? 'zh-CN' : 'en')} data-testid="written-language">
              <option value="en" lang="en">{t('language.en')}</option><option value="zh-CN" lang="zh-CN">{t('language.zh-CN')}</option>
            </select>
          </label>
          <ButtonLink variant="plain" size="sm" to={paths.replay(booklet.salonId, room.roomId)}>{t('booklet.replay')}</ButtonLink>
          <ButtonLink variant="quiet" size="sm" to={paths.booklet(booklet.salonId)}>{t('room.booklet')}</ButtonLink>
        </div>
      </header>
      <Tabs label={t('written.title')} tabs={parts.map((name) => ({ name, title: t(`written.part.${name}`) }))} open={part} onOpen={(name) => go({ what: name })}>
        <Suspense fallback={<Waiting words={t('app.loading')} />}>
          <OpenPart key={`${room.roomId} ${part}`} part={part} room={room.roomId} language={written} session={session} booklet={booklet} />
        </Suspense>
      </Tabs>
    </div>
  );
}

type OpenProps = { part: Part; room: string; language: WrittenLanguage; session: Session; booklet: Booklet };

function OpenPart({ part, room, language, session, booklet }: OpenProps) {
  const isModerator = isModerating(session.role);
  switch (part) {
    case 'minutes': case 'report': return <Account kind={part} room={room} language={language} session={session} booklet={booklet} mayReview={isModerator} />;
    case 'transcript': return <Transcript room={room} session={session} booklet={booklet} isModerator={isModerator} />;
    case 'statistics': return <Statistics room={room} token={session.token} language={language} timeZone={booklet.timeZone} isModerator={isModerator} />;
    case 'takeAway': return <TakeAway room={room} token={session.token} language={language} isModerator={isModerator} />;
  }
}

function RoomChoice({ rooms, room, choose }: { rooms: readonly BookletRoom[]; room: BookletRoom; choose: (roomId: string) => void }) {
  const { t, language } = useWords();
  return (
    <label>
      <span className="sr">{t('written.room')}</span>
      <select value={room.roomId} onChange={(event) => choose(event.target.value)} data-testid="written-room">
        {rooms.map(({ roomId, title }) => <option key={roomId} value={roomId}>{inLanguage(title, language).text}</option>)}
      </select>
    </label>
  );
}
