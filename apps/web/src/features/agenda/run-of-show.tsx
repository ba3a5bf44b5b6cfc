import type { Command } from '@yaji/contracts';
import { inLanguage } from '../../i18n/local-text.ts';
import { asClock, asMinutes } from '../../i18n/times.ts';
import { useWords } from '../../i18n/words.ts';
import type { Say } from '../../live/live-client.ts';
import { Button } from '../../ui/controls/button.tsx';
import { confirm } from '../../ui/dialog/confirm.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Local } from '../../ui/name.tsx';
import css from './run-of-show.module.css';
import type { ItemRow, RunOfShow, TopicRow } from './run-of-show.ts';
import type { TimeBankPanel } from './time-bank.ts';
import { TimeBankView } from './time-bank.tsx';

type Props = { show: RunOfShow; bank: TimeBankPanel | null; /** Null: it can only be read. */ say: Say | null; timeZone: string | undefined };

/** Planned against actual, in the order of the programme. */
export function RunOfShowView({ show: { items, plannedEndAt, expectedEndAt }, bank, say, timeZone }: Props) {
  const { t } = useWords();
  return (
    <section className={css.show} data-testid="run-of-show">
      <h2>{t('desk.run')}</h2>
      {say && expectedEndAt !== null && plannedEndAt !== null && (
        <p className="small figures" data-late={expectedEndAt > plannedEndAt + 60_000}>
          <Worded words={(time) => t('desk.expectedEnd', { time })} at={expectedEndAt} zone={timeZone} />, <span className="faint"><Worded words={(time) => t('desk.plannedEnd', { time })} at={plannedEndAt} zone={timeZone} /></span>
        </p>
      )}
      {say && bank && <TimeBankView panel={bank} accept={(proposal) => void say('agenda.accept', { proposal })} />}
      <ol className={css.items}>{items.map((item) => <Item key={item.itemId} item={item} say={say} timeZone={timeZone} />)}</ol>
    </section>
  );
}

/** A sentence with a time in it, where the time keeps its own element. */
function Worded({ words, at, zone }: { words: (time: string) => string; at: number; zone: string | undefined }) {
  const [before = '', after = ''] = words('\n').split('\n');
  return <>{before}<Moment at={at} timeZone={zone} />{after}</>;
}

function Item({ item, say, timeZone }: { item: ItemRow; say: Say | null; timeZone: string | undefined }) {
  const { t, language } = useWords();
  const { itemId, kind, title, progress, plannedStartAt, topics, busy } = item;
  const skip = () => confirm({
    title: t('desk.skipAsk', { title: inLanguage(title, language).text }), text: t('desk.skipText'), yes: t('desk.skip'), run: () => void say?.('agenda.skipItem', { itemId }),
  });
  return (
    <li className={css.item} data-item={itemId} data-progress={progress}>
      <p className={css.when}><Moment at={plannedStartAt} timeZone={timeZone} /> <span>{t(`kind.${kind}`)}</span></p>
      <p className={css.title}><Local of={title} /></p>
      <Time of={item} />
      <div className={css.acts} hidden={!say}>
        {progress === 'planned' && <Button size="sm" variant="light" disabled={busy} onClick={() => void say?.('agenda.startItem', { itemId })}>{t('desk.start')}</Button>}
        {progress === 'planned' && <Button size="sm" variant="quiet" disabled={busy} onClick={skip}>{t('desk.skip')}</Button>}
        {progress === 'running' && <Button size="sm" variant="light" disabled={busy} onClick={() => void say?.('agenda.finishItem', { itemId })}>{t('desk.finish')}</Button>}
      </div>
      {topics.length > 0 && progress !== 'skipped' && (
        <ol className={css.topics}>{topics.map((topic) => <Topic key={topic.topicId} topic={topic} ended={!say || progress === 'finished'} act={(type) => void say?.(type, { itemId, topicId: topic.topicId })} />)}</ol>
      )}
    </li>
  );
}

type TopicAct = Extract<Command['type'], `agenda.${string}Topic`>;

function Topic({ topic, ended, act }: { topic: TopicRow; ended: boolean; act: (type: TopicAct) => void }) {
  const { t, language } = useWords();
  const { topicId, title, progress } = topic;
  const skip = () => confirm({ title: t('desk.skipAsk', { title: inLanguage(title, language).text }), text: t('desk.skipText'), yes: t('desk.skip'), run: () => act('agenda.skipTopic') });
  return (
    <li className={css.topic} data-topic={topicId} data-progress={progress}>
      <p><Local of={title} /></p>
      <Time of={topic} />
      {!ended && (
        <div className={css.acts}>
          {progress === 'planned' && <Button size="sm" variant="light" onClick={() => act('agenda.startTopic')}>{t('desk.start')}</Button>}
          {progress === 'planned' && <Button size="sm" variant="quiet" onClick={skip}>{t('desk.skip')}</Button>}
          {progress === 'running' && <Button size="sm" variant="light" onClick={() => act('agenda.finishTopic')}>{t('desk.finish')}</Button>}
        </div>
      )}
    </li>
  );
}

/** How long it takes, against how long it was to take. */
function Time({ of: { progress, plannedMs, tookMs, overMs, limitMs, originalMs = null } }: { of: Omit<TopicRow, 'topicId' | 'title'> & { originalMs?: number | null } }) {
  const { t } = useWords();
  const minutes = (ms: number) => t('time.short', { count: asMinutes(ms) });
  const planned = originalMs === null ? minutes(plannedMs) : t('timeBank.planned', { now: minutes(plannedMs), planned: minutes(originalMs) });
  if (progress === 'skipped') return <p className="faint small">{t('desk.skipped')}</p>;
  if (tookMs === null) return <p className="faint small figures">{planned}</p>;
  return (
    <p className="small figures">
      <span className="faint">{t('desk.runningFor', { time: asClock(tookMs), of: planned })}</span>{overMs >= 1_000 && <strong className={css.over}> {t('desk.overrun', { time: asClock(overMs) })}</strong>}
      {limitMs !== null && progress === 'running' && <span className={css.limited}>{t('timeBank.limited', { limit: asClock(limitMs) })}</span>}
    </p>
  );
}
