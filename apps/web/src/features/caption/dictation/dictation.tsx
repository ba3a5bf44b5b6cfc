import { useEffect, useState } from 'react';
import { useWords, type Wording } from '../../../i18n/words.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { useMedia, useSeat } from '../../../live/seat.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { chooseCaptions, useCaptionChoices } from '../caption-choices.ts';
import css from '../caption.module.css';
import { languageName } from '../language-name.ts';
import { freshLine, lineMost, sayLine } from '../saying.ts';
import { dictated } from './dictated.ts';
import { isHeard } from './is-heard.ts';
import { canRecognise, recognise } from './recogniser.ts';

type Fault = 'blocked' | 'unsupported' | 'away';
const faults: Record<Fault, Wording> = { blocked: 'caption.blocked', unsupported: 'caption.unsupported', away: 'caption.away' };
/** Four times a second is as often as anybody reads, and as often as the server takes. */
const everyMs = 300;

/** For whoever is heard: the browser writes captions of it, if they want that and know where their voice may go. */
export function Dictation({ view }: { view: RoomView }) {
  return isHeard(view) ? <Speaking view={view} /> : null;
}

function Speaking({ view }: { view: RoomView }) {
  const { t, language } = useWords();
  const { dictates, spoken: chosen } = useCaptionChoices();
  const [fault, setFault] = useState<Fault | null>(null);
  const { languages } = view.room;
  const spoken = chosen ?? languages.find((one) => one === language) ?? languages[0] ?? 'en';
  const on = dictates === true;
  const live = useMedia(({ microphone }) => microphone.state === 'on');
  useDictation(spoken, canRecognise() && on && live && fault === null, setFault);
  if (!canRecognise()) return <div className={css.dictation}><p>{t('caption.cannot')}</p></div>;
  const press = () => {
    setFault(null);
    chooseCaptions({ dictates: fault !== null || !on });
  };
  return (
    <div className={css.dictation} data-testid="dictation" data-on={on}>
      <p role="status">{fault ? t(faults[fault]) : <><strong>{t(on ? 'caption.dictating' : 'caption.offer')}</strong> {t('caption.mayGoAway')}</>}</p>
      <label>{t('caption.youSpeak')} <select value={spoken} data-testid="speech-language" onChange={({ target }) => chooseCaptions({ spoken: target.value })}>
        {[...new Set([...languages, spoken])].map((one) => <option key={one} value={one}>{languageName(one, language)}</option>)}
      </select></label>
      <Button size="sm" variant={on ? 'plain' : 'filled'} data-testid="dictate" onClick={press}>{t(pressing(fault, on))}</Button>
    </div>
  );
}

function pressing(fault: Fault | null, on: boolean): Wording {
  if (fault) return 'caption.again';
  return on ? 'caption.stop' : 'caption.start';
}

/** Brings what the browser hears, while it is wanted. */
function useDictation(language: string, wanted: boolean, failed: (why: Fault) => void): void {
  const { live } = useSeat();
  useEffect(() => {
    if (!wanted) return;
    const lines = dictated({ fresh: freshLine, most: lineMost, everyMs, say: (said) => void sayLine(live, { ...said, language }) });
    return recognise({ language, heard: (text, final) => lines.heard(text, final, Date.now()), failed });
  }, [live, language, wanted, failed]);
}
