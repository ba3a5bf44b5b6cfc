import { useQuery } from '@tanstack/react-query';
import type { Booklet } from '@yaji/contracts';
import { isModerating } from '@yaji/salon';
import { inLanguage } from '../../i18n/local-text.ts';
import { hoursOf, spanOf, zoneName } from '../../i18n/times.ts';
import { pageLanguages, useWords } from '../../i18n/words.ts';
import { readBooklet } from '../../session/rest.ts';
import { useSalonLook } from '../../session/salon-look.ts';
import { sessionOf } from '../../session/session.ts';
import { ButtonLink } from '../../ui/controls/button.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Local, OtherScript } from '../../ui/name.tsx';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { useTitle } from '../../ui/route/title.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { Fault } from '../lost/fault.tsx';
import { ServerState } from '../server-state.tsx';
import css from './booklet.module.css';
import { People } from './people.tsx';
import { ProgrammeOf } from './programme.tsx';

export default function BookletPage() {
  return <ServerState><Frame><Read /></Frame></ServerState>;
}

function Read() {
  const { t } = useWords();
  const { salon } = usePlace();
  useSalonLook(salon);
  const { data, error, refetch } = useQuery({ queryKey: ['salon', salon], queryFn: () => readBooklet(salon) });
  if (error) return <Fault error={error} again={() => void refetch()} />;
  return data ? <Pages booklet={data} /> : <Waiting words={t('app.loading')} />;
}

function Pages({ booklet }: { booklet: Booklet }) {
  const { t, language } = useWords();
  const { title, host, summary, startsAt, endsAt, timeZone, languages, people, rooms, salonId } = booklet;
  useTitle(inLanguage(title, language).text);
  const here = zoneName(startsAt, { language });
  const there = zoneName(startsAt, { language, timeZone });
  const known = (tag: string) => pageLanguages.find((one) => one === tag || one.split('-')[0] === tag.split('-')[0]);
  const named = (tag: string) => { const found = known(tag); return found ? t(`language.${found}`) : tag; };
  return (
    <article className={css.booklet} data-testid="booklet">
      <header className={css.title}>
        {host && <p className={css.host}><Local of={host} /></p>}
        <h1><Local of={title} /></h1>
        <p className={css.other}><OtherScript of={title} /></p>
      </header>
      <dl className={css.facts}>
        <div>
          <dt>{t('booklet.when')}</dt>
          <dd>
            <time dateTime={new Date(startsAt).toISOString()} title={t('booklet.salonZone', { time: `${spanOf(startsAt, endsAt, { language, timeZone })} ${there}` })}>{spanOf(startsAt, endsAt, { language })}</time>
            <span className="faint small">{t('booklet.yourZone', { zone: here })}</span>
            {there !== here && <span className="faint small">{t('booklet.salonZone', { time: `${hoursOf(startsAt, endsAt, { language, timeZone })} ${there}` })}</span>}
          </dd>
        </div>
        <div><dt>{t('booklet.languages')}</dt><dd>{languages.map(named).join(' · ')}</dd></div>
      </dl>
      {summary && <p className={css.summary}><Local of={summary} /></p>}
      <Door booklet={booklet} />
      {rooms.map((room) => <ProgrammeOf key={room.roomId} salonId={salonId} room={room} people={people} timeZone={timeZone} titled={rooms.length > 1} />)}
      <People people={people} />
    </article>
  );
}

/** The way in: for those who were here, one step; for the others, their invitation. Nothing once the salon is over. */
function Door({ booklet: { salonId, rooms, state } }: { booklet: Booklet }) {
  const { t, language } = useWords();
  const session = sessionOf(salonId);
  const room = rooms.find(({ open, closed }) => open && !closed) ?? rooms[0];
  if (state === 'past') return null;
  const presides = session !== null && isModerating(session.role) && room !== undefined;
  return (
    <div className={css.door}>
      <div className={css.acts}>
        <ButtonLink to={paths.join(salonId)} testid="enter">{session ? t('booklet.enter') : t('booklet.join')}</ButtonLink>
        {presides && <ButtonLink variant="plain" to={paths.desk(salonId, room.roomId)}>{t('booklet.desk')}</ButtonLink>}
        {presides && <ButtonLink variant="plain" to={paths.hall(salonId, room.roomId)}>{t('booklet.hall')}</ButtonLink>}
        <ButtonLink variant="plain" external to={`/api/salons/${salonId}/calendar.ics?language=${language}`}>{t('booklet.calendar')}</ButtonLink>
      </div>
      <p className="faint small">{session ? t('booklet.enteredAs', { name: inLanguage(session.name, language).text }) : t('booklet.joinHint')}</p>
    </div>
  );
}
