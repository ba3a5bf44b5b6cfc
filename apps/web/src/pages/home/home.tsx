import { useQuery } from '@tanstack/react-query';
import type { SalonCard } from '@yaji/contracts';
import { inLanguage } from '../../i18n/local-text.ts';
import { spanOf, zoneName } from '../../i18n/times.ts';
import { useWords } from '../../i18n/words.ts';
import { ask } from '../../session/rest.ts';
import { Frame } from '../../ui/frame.tsx';
import { Local, OtherScript } from '../../ui/name.tsx';
import { Link } from '../../ui/route/link.tsx';
import { paths } from '../../ui/route/paths.ts';
import { useTitle } from '../../ui/route/title.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { Fault } from '../lost/fault.tsx';
import { ServerState } from '../server-state.tsx';
import css from './home.module.css';

export default function HomePage() {
  return <ServerState><Home /></ServerState>;
}

function Home() {
  const { t } = useWords();
  useTitle(t('home.title'));
  const { data, error, refetch } = useQuery({ queryKey: ['salons'], queryFn: ({ signal }) => ask<SalonCard[]>('/salons', { signal }) });
  const of = (state: SalonCard['state']) => (data ?? []).filter((one) => one.state === state).sort((a, b) => (state === 'past' ? b.startsAt - a.startsAt : a.startsAt - b.startsAt));
  return (
    <Frame>
      {error ? <Fault error={error} again={() => void refetch()} /> : (
        <div className={css.home}>
          <header className={css.head}>
            <h1>{t('home.title')}</h1>
            <p>{t('home.lead')}</p>
          </header>
          {!data && <Waiting words={t('app.loading')} />}
          {data?.length === 0 && <p className="faint">{t('home.none')}</p>}
          <Group title={t('home.live')} salons={of('live')} />
          <Group title={t('home.coming')} salons={of('coming')} />
          <Group title={t('home.past')} salons={of('past')} />
        </div>
      )}
    </Frame>
  );
}

function Group({ title, salons }: { title: string; salons: readonly SalonCard[] }) {
  return salons.length === 0 ? null : (
    <section className={css.group}>
      <h2 className={css.when}>{title}</h2>
      <ul>{salons.map((salon) => <li key={salon.salonId}><Card salon={salon} /></li>)}</ul>
    </section>
  );
}

function Card({ salon: { salonId, title, host, startsAt, endsAt, state, hasRecording, accent } }: { salon: SalonCard }) {
  const { t, language } = useWords();
  return (
    <Link to={paths.booklet(salonId)} className={css.card} data-state={state} data-testid="salon" style={accent === null ? undefined : { '--of-salon': accent } as React.CSSProperties}>
      <h3><Local of={title} /></h3>
      <p className={css.other}><OtherScript of={title} /></p>
      <p className="faint small">
        <time dateTime={new Date(startsAt).toISOString()}>{spanOf(startsAt, endsAt, { language })}</time> {zoneName(startsAt, { language })}
        {host && <> · {t('home.hostedBy', { host: inLanguage(host, language).text })}</>}
        {hasRecording && <> · {t('home.recorded')}</>}
      </p>
    </Link>
  );
}
