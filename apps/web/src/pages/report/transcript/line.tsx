import { IconClock, IconPencil } from '@tabler/icons-react';
import type { SpokenWord, TranscriptLine } from '@yaji/contracts';
import { memo, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { IconButton } from '../../../ui/controls/button.tsx';
import { LanguageTag } from './language-tag.tsx';
import { LineEditor } from './line-editor.tsx';
import { MomentTime } from './moment-time.tsx';
import type { Mending } from './use-mending.ts';
import { partsOf } from './words-wanted.ts';
import type { Times } from './times.ts';
import css from './transcript.module.css';

/** `mending` null: who reads may not change it. `tagged`: the turn is in several languages. */
type Props = { line: TranscriptLine; isOpen: boolean; words: RegExp | null; tagged: boolean; times: Times; mending: Mending | null };

export const Line = memo(function Line({ line, isOpen, words, tagged, times, mending }: Props) {
  const { t } = useWords();
  const [wasOpen, setWasOpen] = useState(false);
  const [spelt, spell] = useState(false);
  const { lineId, language, fromAt, text } = line;
  const time = times.line(fromAt);
  const close = () => {
    setWasOpen(true);
    mending?.open(lineId, false);
  };
  return (
    <li className={css.line} data-line={lineId}>
      <MomentTime at={fromAt} time={time} to={times.to(fromAt)} />
      {isOpen && mending ? <LineEditor line={line} mending={mending} close={close} /> : (
        <>
          <p lang={language} className={css.text}>
            {partsOf(text, words).map((part, n) => (n % 2 === 1 ? <mark key={n}>{part}</mark> : part))}
            {tagged && <LanguageTag language={language} />}
          </p>
          <span className={css.acts}>
            {line.words && <IconButton small label={t('transcript.wordTimes', { time })} aria-expanded={spelt} onClick={() => spell(!spelt)} data-testid="word-times"><IconClock size={18} /></IconButton>}
            {mending && <IconButton small label={t('transcript.edit', { time })} onClick={() => mending.open(lineId, true)} autoFocus={wasOpen} data-testid="edit-line"><IconPencil size={18} /></IconButton>}
          </span>
          {spelt && line.words && <SpokenWords words={line.words} times={times} language={language} />}
        </>
      )}
    </li>
  );
});

function SpokenWords({ words, times, language }: { words: readonly SpokenWord[]; times: Times; language: string }) {
  return (
    <ol className={css.words} data-testid="words">
      {words.map(({ text, fromAt }, n) => <li key={n}><bdi lang={language}>{text}</bdi> <MomentTime at={fromAt} time={times.line(fromAt)} to={times.to(fromAt)} /></li>)}
    </ol>
  );
}
