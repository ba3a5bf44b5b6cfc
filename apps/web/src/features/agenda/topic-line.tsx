import { asClock } from '../../i18n/times.ts';
import { useWords } from '../../i18n/words.ts';
import { Local } from '../../ui/name.tsx';
import css from './topic-line.module.css';
import type { TopicLine } from './topic-line.ts';

/** What is being talked about, in one line above the stage. */
export function TopicLineView({ line }: { line: TopicLine | null }) {
  const { t } = useWords();
  if (!line) return null;
  const { topic, item, kind, leftMs } = line;
  return (
    <p className={css.line} data-testid="topic">
      <span className={css.which}>{topic ? t('floor.topic', { index: topic.index, of: topic.of }) : t(`kind.${kind}`)}</span>
      <span className={css.title}><Local of={topic?.title ?? item} /></span>
      <span className={css.left} data-over={leftMs < 0}>{leftMs < 0 ? t('time.over', { time: asClock(leftMs) }) : t('time.left', { time: asClock(leftMs) })}</span>
    </p>
  );
}
