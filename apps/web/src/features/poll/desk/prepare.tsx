import type { Language, LocalText, PollKind } from '@yaji/contracts';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import type { Say } from '../../../live/live-client.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Switch, TextArea } from '../../../ui/controls/field.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import css from '../poll.module.css';

const kinds: readonly PollKind[] = ['single', 'multiple', 'rating', 'ranking', 'words', 'text'];
const takesOptions = (kind: PollKind): boolean => kind === 'single' || kind === 'multiple' || kind === 'ranking';
type Written = { title: string; options: string };
const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);

/** A new poll, in every language of the salon that it is written in. `open`: at once. */
export function Prepare({ languages, say, close }: { languages: readonly Language[]; say: Say; close: () => void }) {
  const { t, language: mine } = useWords();
  const [kind, setKind] = useState<PollKind>('single');
  const [written, setWritten] = useState<Readonly<Record<Language, Written>>>({});
  const [live, setLive] = useState(false);
  const shown = languages.length > 0 ? languages : [mine];
  const of = (language: Language): Written => written[language] ?? { title: '', options: '' };
  const write = (language: Language, some: Partial<Written>) => setWritten({ ...written, [language]: { ...of(language), ...some } });
  const used = shown.filter((language) => of(language).title.trim() !== '');
  const counts = used.map((language) => linesOf(of(language).options).length);
  const enough = used.length > 0 && (!takesOptions(kind) || ((counts[0] ?? 0) >= 2 && counts.every((count) => count === counts[0])));
  const named = new Intl.DisplayNames([mine], { type: 'language' });
  const send = async () => {
    const texts = (text: (language: Language) => string | undefined): LocalText => Object.fromEntries(used.map((language) => [language, text(language)?.trim() ?? '']));
    const options = takesOptions(kind) ? Array.from({ length: counts[0] ?? 0 }, (_, n) => ({ optionId: `o${n + 1}`, title: texts((language) => linesOf(of(language).options)[n]) })) : [];
    const ack = await say('poll.prepare', { plan: { kind, title: texts((language) => of(language).title), options, results: live ? 'live' : 'published', changeable: true } });
    if (ack?.ok) close();
  };
  return (
    <Dialog title={t('poll.new')} onClose={close}>
      <fieldset className={css.kinds}>
        <legend className="label">{t('poll.kind')}</legend>
        {kinds.map((one) => <label key={one}><input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} data-testid={`poll-kind-${one}`} /><span>{t(`pollKind.${one}`)}</span></label>)}
      </fieldset>
      {shown.map((language) => (
        <section key={language} className={css.language} lang={language}>
          {shown.length > 1 && <h3 className="label">{named.of(language) ?? language}</h3>}
          <TextArea label={t('poll.question')} rows={2} maxLength={300} value={of(language).title} onChange={({ currentTarget: { value } }) => write(language, { title: value })} data-testid={`poll-title-${language}`} />
          {takesOptions(kind) && <TextArea label={t('poll.options')} hint={t('poll.optionsHint')} rows={4} maxLength={4_000} value={of(language).options} onChange={({ currentTarget: { value } }) => write(language, { options: value })} data-testid={`poll-options-${language}`} />}
        </section>
      ))}
      {used.length > 1 && takesOptions(kind) && !counts.every((count) => count === counts[0]) && <p className="faint small" role="alert">{t('poll.optionsDiffer')}</p>}
      <Switch checked={live} onChange={setLive} label={t('poll.live')} hint={t('poll.liveHint')} testid="poll-live" />
      <p className={css.acts}><Button disabled={!enough} onClick={() => void send()} data-testid="poll-prepare">{t('poll.prepare')}</Button><Button variant="plain" onClick={close}>{t('app.cancel')}</Button></p>
    </Dialog>
  );
}
