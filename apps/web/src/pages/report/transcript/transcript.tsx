import type { Booklet, TranscriptLine } from '@yaji/contracts';
import { useDeferredValue, useMemo, useState } from 'react';
import { type Moments, useMoments } from '../../../features/written/use-moments.ts';
import { inLanguage } from '../../../i18n/local-text.ts';
import { useWords } from '../../../i18n/words.ts';
import type { Session } from '../../../session/session.ts';
import { Slate } from '../../../ui/slate.tsx';
import { Waiting } from '../../../ui/waiting.tsx';
import { Fault } from '../../lost/fault.tsx';
import { Bar } from './bar.tsx';
import { timesOf } from './times.ts';
import { Tools } from './tools.tsx';
import css from './transcript.module.css';
import { Turn } from './turn.tsx';
import { turnsOf, wantedOf } from './turns-of.ts';
import { useMending } from './use-mending.ts';
import { useSpeakers } from './use-speakers.ts';
import { type Transcribing, useTranscript } from './use-transcript.ts';
import { wordsWanted } from './words-wanted.ts';

type Props = { room: string; session: Session; booklet: Booklet; isModerator: boolean };

/** What was said in a room. Moderators mend it. */
export default function Transcript({ room, session, booklet, isModerator }: Props) {
  const { t } = useWords();
  const transcribing = useTranscript(room, session.token);
  const moments = useMoments({ room, salon: booklet.salonId, token: session.token });
  const { lines, error, again } = transcribing;
  if (error && !lines) return <Fault error={error} again={again} />;
  if (!lines || moments === undefined) return <Waiting words={t('app.loading')} />;
  return <Spoken room={room} session={session} booklet={booklet} isModerator={isModerator} transcribing={transcribing} lines={lines} moments={moments} />;
}

type SpokenProps = Props & { transcribing: Transcribing; lines: readonly TranscriptLine[]; moments: Moments | null };

function Spoken({ room, session: { token }, booklet, isModerator, transcribing, lines, moments }: SpokenProps) {
  const { t, language: page } = useWords();
  const [query, setQuery] = useState('');
  const [language, setLanguage] = useState<string | null>(null);
  const speakers = useSpeakers({ booklet, room, token, of: lines });
  const { mending, open } = useMending({ room, token, booklet, edit: transcribing.edit });
  const times = useMemo(() => timesOf(moments, { language: page, timeZone: booklet.timeZone }), [moments, page, booklet]);
  const turns = useMemo(() => turnsOf(lines), [lines]);
  const languages = useMemo(() => [...new Set(lines.map((line) => line.language))].sort(), [lines]);
  const sought = useDeferredValue(query);
  const words = useMemo(() => wordsWanted(sought), [sought]);
  const shown = useMemo(() => wantedOf(turns, { words, language, open }), [turns, words, language, open]);
  const where = (lineId: string): string => {
    const line = lines.find((one) => one.lineId === lineId);
    return line ? [times.line(line.fromAt), line.participantId === null ? t('transcript.nobody') : inLanguage(speakers(line.participantId).name, page).text || t('people.unnamed')].join(' · ') : '';
  };
  return (
    <div className={css.transcript} data-testid="transcript">
      {isModerator && <Tools room={room} token={token} salon={booklet.salonId} languages={[...new Set([...booklet.languages, ...languages])]} written={new Set(languages)} transcribing={transcribing} where={where} />}
      {lines.length === 0 ? <Slate testid="no-transcript" title={t('transcript.none')}><p>{t(isModerator ? 'transcript.noneModerator' : 'transcript.noneText')}</p></Slate> : (
        <>
          <Bar query={query} onQuery={setQuery} languages={languages} language={language} onLanguage={setLanguage} found={words || language ? shown.reduce((sum, turn) => sum + turn.lines.length, 0) : null} />
          <ol className={css.turns}>
            {shown.map((said) => <Turn key={said.key} said={said} speakers={speakers} open={open} words={words} times={times} mending={isModerator ? mending : null} />)}
          </ol>
        </>
      )}
    </div>
  );
}
