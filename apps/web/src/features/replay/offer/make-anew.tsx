import type { Language, ParticipantId, RecordingLayout, RecordingOrder } from '@yaji/contracts';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { faultWords } from '../../../session/fault-words.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { Name } from '../../member/plate.tsx';
import type { Plate } from '../../member/plate.ts';
import css from './offer.module.css';

export const layouts: readonly RecordingLayout[] = ['as-arranged', 'speaker', 'speaker-and-next', 'grid'];

/** `before`: how the recording that there is was asked for. `send` rejects where the server says no. */
type Props = { before: RecordingOrder | null; people: readonly Plate[]; languages: readonly Language[]; send: (order: RecordingOrder) => Promise<void>; onClose: () => void };

/** Another recording of the same talk takes the place of this one. */
export default function MakeAnew({ before, people, languages, send, onClose }: Props) {
  const { t } = useWords();
  const [layout, setLayout] = useState<RecordingLayout>(before?.layout ?? 'as-arranged');
  const [language, setLanguage] = useState<Language | null>(before?.language ?? null);
  const [without, setWithout] = useState<readonly ParticipantId[]>(before?.without ?? []);
  const [asked, setAsked] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const leave = (participantId: ParticipantId, out: boolean) => setWithout(out ? [...without, participantId] : without.filter((one) => one !== participantId));
  const submit = () => {
    setAsked({ busy: true, error: null });
    send({ layout, without: [...without], language }).then(onClose, (error: unknown) => setAsked({ busy: false, error }));
  };
  return (
    <Dialog title={t('replay.anew')} onClose={onClose}>
      <p className="faint">{t('replay.anewText')}</p>
      <form className={css.anew} onSubmit={(event) => { event.preventDefault(); submit(); }} data-testid="anew-form">
        <fieldset>
          <legend>{t('replay.layout')}</legend>
          {layouts.map((one) => <label key={one}><input type="radio" name="layout" value={one} checked={layout === one} onChange={() => setLayout(one)} />{t(`layout.${one}`)}</label>)}
        </fieldset>
        <label className={css.field}>
          <span>{t('replay.firstLanguage')}</span>
          <select value={language ?? ''} onChange={(event) => setLanguage(event.target.value || null)} data-testid="anew-language">
            <option value="">{t('replay.asTheRoom')}</option>
            {languages.map((one) => <option key={one} value={one} lang={one}>{new Intl.DisplayNames(one, { type: 'language', fallback: 'code' }).of(one)}</option>)}
          </select>
        </label>
        {people.length > 0 && (
          <fieldset>
            <legend>{t('replay.leaveOut')}</legend>
            <p className="faint small">{t('replay.leaveOutHint')}</p>
            {people.map((plate) => <label key={plate.participantId}><input type="checkbox" checked={without.includes(plate.participantId)} onChange={(event) => leave(plate.participantId, event.target.checked)} data-person={plate.participantId} /><span><Name plate={plate} /></span></label>)}
          </fieldset>
        )}
        {asked.error !== null && <p role="alert" className={css.wrong}>{faultWords(asked.error).text}</p>}
        <Button submit busy={asked.busy} data-testid="anew-send">{t('replay.anewSend')}</Button>
      </form>
    </Dialog>
  );
}
