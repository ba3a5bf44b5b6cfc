import { memo } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Name } from '../../../features/member/plate.tsx';
import { Local } from '../../../ui/name.tsx';
import { LanguageTag } from './language-tag.tsx';
import { Line } from './line.tsx';
import { MomentTime } from './moment-time.tsx';
import type { Times } from './times.ts';
import css from './transcript.module.css';
import type { SpokenTurn } from './turns-of.ts';
import type { Mending } from './use-mending.ts';
import type { Speakers } from './use-speakers.ts';

type Props = { said: SpokenTurn; speakers: Speakers; open: ReadonlySet<string>; words: RegExp | null; times: Times; mending: Mending | null };

/** A speaker, when, in which language, and what was said. */
export const Turn = memo(function Turn({ said: { turn, participantId, language, fromAt, lines }, speakers, open, words, times, mending }: Props) {
  const { t } = useWords();
  const speaker = participantId === null ? null : speakers(participantId);
  return (
    <li className={css.turn} data-turn={turn ?? undefined}>
      <div className={css.head}>
        <h2>{speaker ? <Name plate={speaker} /> : t('transcript.nobody')}</h2>
        {speaker?.organisation && <span className="faint"><Local of={speaker.organisation} /></span>}
        <span className={css.when}><MomentTime at={fromAt} time={times.turn(fromAt)} to={times.to(fromAt)} />{language !== null && <LanguageTag language={language} />}</span>
      </div>
      <ol className={css.lines}>
        {lines.map((line) => <Line key={line.lineId} line={line} isOpen={open.has(line.lineId)} words={words} tagged={language === null} times={times} mending={mending} />)}
      </ol>
    </li>
  );
});
