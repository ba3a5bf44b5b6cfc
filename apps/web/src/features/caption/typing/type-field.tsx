import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { say as words, useWords } from '../../../i18n/words.ts';
import { useSeat } from '../../../live/seat.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { TextField } from '../../../ui/controls/field.tsx';
import { tell } from '../../../ui/dialog/notices.tsx';
import { freshLine, lineMost, sayLine } from '../saying.ts';
import { before, nothingTyped, type SentLine, type Typing, withSent } from './typing.ts';
import css from './typing.module.css';
import { useHalfLine } from './use-half-line.ts';

/** Half a line is shown while it is typed, at most so often. Milliseconds. */
const everyMs = 500;

/** One field that is all of a typist's work: Enter says the line, the arrow up takes back the one before. */
export function TypeField({ language, disabled }: { language: string; disabled: boolean }) {
  const { t } = useWords();
  const { live } = useSeat();
  const [typing, setTyping] = useState(nothingTyped);
  const [sent, setSent] = useState<readonly SentLine[]>([]);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => { if (!disabled) field.current?.focus(); }, [disabled]);
  const say = useCallback(async ({ text, lineId }: Typing, final: boolean) => {
    const ack = lineId === null ? null : await sayLine(live, { lineId, language, text, final });
    if (final && !ack?.ok) tell({ text: words(ack ? `refusal.${ack.refusal.code}` : 'caption.notSaid'), tone: 'bad', forMs: 9_000 });
    return ack?.ok === true;
  }, [live, language]);
  const half = useHalfLine(everyMs, useCallback((latest: Typing) => void say(latest, false), [say]));
  const change = (text: string) => {
    const next = { ...typing, text, lineId: typing.lineId ?? freshLine() };
    setTyping(next);
    if (typing.correcting || text.trim() === '') half.drop();
    else half.change(next);
  };
  const send = async () => {
    if (typing.text.trim() === '' || typing.lineId === null) return;
    half.drop();
    setTyping(nothingTyped);
    const line = { lineId: typing.lineId, text: typing.text, at: Date.now() };
    setSent((lines) => withSent(lines, line));
    // What was not taken is not lost: it stands in the field again, unless something else does by now.
    if (!(await say(typing, true))) setTyping((current) => (current.text === '' ? typing : current));
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void send();
    else if (event.key === 'Escape') { half.drop(); setTyping(nothingTyped); }
    else if (event.key === 'ArrowUp' && (typing.text === '' || typing.correcting)) setTyping(before(typing, sent, Date.now()));
    else return;
    event.preventDefault();
  };
  return (
    <div className={css.typing}>
      <TextField ref={field} label={t(typing.correcting ? 'caption.correct' : 'caption.type')} hint={t('caption.typeHint')} value={typing.text} maxLength={lineMost} disabled={disabled} lang={language} spellCheck
        autoComplete="off" onChange={({ currentTarget }) => change(currentTarget.value)} onKeyDown={press} data-testid="type-caption" />
      <Button disabled={disabled || typing.text.trim() === ''} onClick={() => { void send(); field.current?.focus(); }} data-testid="send-caption">{t(typing.correcting ? 'caption.sendCorrection' : 'caption.send')}</Button>
    </div>
  );
}
