import { useQuery } from '@tanstack/react-query';
import type { RoomStatistics, SpeakingBy, WrittenLanguage } from '@yaji/contracts';
import { type ReactNode, useState } from 'react';
import { isNotThere } from '../../../features/written/use-written.ts';
import { inLanguage } from '../../../i18n/local-text.ts';
import { timeOf } from '../../../i18n/times.ts';
import { useWords } from '../../../i18n/words.ts';
import { ask } from '../../../session/rest.ts';
import { Slate } from '../../../ui/slate.tsx';
import { Waiting } from '../../../ui/waiting.tsx';
import { Fault } from '../../lost/fault.tsx';
import { Bars, Steps } from './charts.tsx';
import css from './statistics.module.css';
import { Figures } from './table.tsx';
import type { TableSource } from './table-file.tsx';

type Props = { room: string; token: string; language: WrittenLanguage; timeZone: string; isModerator: boolean };

/** What can be counted of a room, as charts, each with its table. */
export default function Statistics({ room, token, language, timeZone, isModerator }: Props) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery({ queryKey: ['statistics', room, language], queryFn: ({ signal }) => ask<RoomStatistics>(`/rooms/${room}/statistics?language=${language}`, { token, signal }) });
  if (error && !data) return isNotThere(error) ? <Slate testid="no-figures" title={t('figures.notYet')}><p>{t('figures.notYetText')}</p></Slate> : <Fault error={error} again={() => void refetch()} />;
  if (!data) return <Waiting words={t('app.loading')} />;
  const source: TableSource = { room, token, language };
  return (
    <div className={css.statistics} data-testid="statistics">
      {isModerator && <p className="faint">{t('figures.tables')}</p>}
      <SpeakingPart figures={data} source={source} />
      <PresencePart figures={data} source={source} timeZone={timeZone} />
      <WaitingPart figures={data} source={source} />
      <AgendaPart figures={data} source={source} />
      <QuestionPart figures={data} source={source} />
      <PollPart figures={data} source={source} />
    </div>
  );
}

type PartProps = { figures: RoomStatistics; source: TableSource };

function Part({ title, tables, of: { figures, source }, children }: { title: string; tables: readonly string[]; of: PartProps; children: ReactNode }) {
  return (
    <section className={css.part} aria-label={title}>
      <h2>{title}</h2>
      {children}
      {figures.tables.filter(({ name, rows }) => tables.includes(name) && rows.length > 0).map((table) => <Figures key={table.name} table={table} source={source} />)}
    </section>
  );
}

/** A length as a chart tells it: minutes and seconds. */
const asLength = (ms: number): string => {
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

const ways = ['person', 'organisation', 'country', 'language'] as const satisfies readonly SpeakingBy[];

function SpeakingPart({ figures, source }: PartProps) {
  const { t } = useWords();
  const [by, setBy] = useState<SpeakingBy>('person');
  const lines = figures.speaking[by].map(({ name, speechMs }) => ({ name, values: [speechMs] }));
  return (
    <Part title={t('figures.speaking')} of={{ figures, source }} tables={[`speaking-${by}`]}>
      <fieldset className={css.ways}>
        <legend className="faint">{t('figures.by')}</legend>
        {ways.map((one) => <label key={one}><input type="radio" name="speaking-by" checked={one === by} onChange={() => setBy(one)} data-testid={`by-${one}`} />{t(`figures.of.${one}`)}</label>)}
      </fieldset>
      {lines.length === 0 ? <None /> : <Bars title={`${t('figures.by')} ${t(`figures.of.${by}`)}`} lines={lines} series={[t('figures.speaking')]} valueText={asLength} />}
    </Part>
  );
}

function PresencePart({ figures, source, timeZone }: PartProps & { timeZone: string }) {
  const { t, language } = useWords();
  return (
    <Part title={t('figures.presence')} of={{ figures, source }} tables={['presence', 'attendance']}>
      {figures.presence.length < 2 ? <None /> : <Steps title={t('figures.presence')} steps={figures.presence} names={{ hall: t('figures.hall'), remote: t('figures.remote') }} timeText={(at) => timeOf(at, { language, timeZone })} />}
    </Part>
  );
}

function WaitingPart({ figures, source }: PartProps) {
  const { t } = useWords();
  const { medianMs, longestMs, waits } = figures.waiting;
  const lines = (waits ?? []).map(({ name, waitedMs, spoke }) => ({ name: spoke ? name : t('figures.didNot', { name }), values: [waitedMs] }));
  return (
    <Part title={t('figures.waiting')} of={{ figures, source }} tables={['waits']}>
      <p>{medianMs === null || longestMs === null ? t('figures.waitingNone') : t('figures.waitingText', { median: asLength(medianMs), longest: asLength(longestMs) })}</p>
      {lines.length > 0 && <Bars title={t('figures.waiting')} lines={lines} series={[t('figures.waiting')]} valueText={asLength} />}
    </Part>
  );
}

function AgendaPart({ figures, source }: PartProps) {
  const { t, language } = useWords();
  const lines = figures.agenda.map(({ title, plannedMs, tookMs }) => ({ name: inLanguage(title, language).text, values: [tookMs ?? 0, plannedMs] }));
  return (
    <Part title={t('figures.agenda')} of={{ figures, source }} tables={['agenda']}>
      {lines.length === 0 ? <None /> : <Bars title={t('figures.agenda')} lines={lines} series={[t('figures.took'), t('figures.planned')]} valueText={asLength} />}
    </Part>
  );
}

function QuestionPart({ figures, source }: PartProps) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language);
  const { asked, answered, later, votes } = figures.questions;
  const counts: [string, number][] = [[t('figures.asked'), asked], [t('figures.answered'), answered], [t('figures.later'), later], [t('figures.votes'), votes]];
  return (
    <Part title={t('figures.questions')} of={{ figures, source }} tables={['questions']}>
      <dl className={css.counts}>
        {counts.map(([words, count]) => <div key={words}><dt>{words}</dt><dd>{number.format(count)}</dd></div>)}
      </dl>
    </Part>
  );
}

function PollPart({ figures, source }: PartProps) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language);
  return (
    <Part title={t('figures.polls')} of={{ figures, source }} tables={['polls', 'votes']}>
      {figures.polls.length === 0 && figures.tables.every(({ name, rows }) => name !== 'votes' || rows.length === 0) && <None />}
      {figures.polls.map(({ title, answers, lines }, index) => {
        const name = inLanguage(title, language).text;
        return (
          <div key={index} className={css.poll}>
            <h3>{name} <span className="faint small">{t('figures.answers', { count: answers })}</span></h3>
            {lines === null ? <p className="faint">{t('figures.pollHidden')}</p> : <Bars title={name} lines={lines.map((line) => ({ name: line.title, values: [line.count] }))} series={[name]} valueText={(value) => number.format(value)} />}
          </div>
        );
      })}
    </Part>
  );
}

function None() {
  const { t } = useWords();
  return <p className="faint">{t('figures.none')}</p>;
}
