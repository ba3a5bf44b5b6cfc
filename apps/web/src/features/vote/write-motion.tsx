import type { Language, LocalText, MotionId } from '@yaji/contracts';
import { useState } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import type { Say } from '../../live/live-client.ts';
import type { RoomView } from '../../live/room-view.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TextArea, TextField } from '../../ui/controls/field.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Choose } from './desk/choose.tsx';
import css from './vote.module.css';

type Written = { title: string; text: string };

/** A motion or an amendment, in every language of the salon that it is written in. `onBehalf`: a moderator writes it down for a member. */
export function WriteMotion({ view: { room }, say, close, onBehalf = false }: { view: RoomView; say: Say; close: () => void; onBehalf?: boolean }) {
  const { t, language: mine } = useWords();
  const [written, setWritten] = useState<Readonly<Record<Language, Written>>>({});
  const [amends, setAmends] = useState<string>('');
  const [mover, setMover] = useState<string>('');
  const shown = room.languages.length > 0 ? room.languages : [mine];
  const named = new Intl.DisplayNames([mine], { type: 'language' });
  const amendable = room.motions.filter((motion) => motion.amends === null && motion.withdrawnAt === null && (motion.decision === null || motion.decision.result.outcome === 'void'));
  const of = (language: Language): Written => written[language] ?? { title: '', text: amendable.find(({ motionId }) => motionId === amends)?.text?.[language] ?? '' };
  const write = (language: Language, some: Partial<Written>) => setWritten({ ...written, [language]: { ...of(language), ...some } });
  const used = shown.filter((language) => of(language).title.trim() !== '' && of(language).text.trim() !== '');
  const send = async () => {
    const texts = (field: keyof Written): LocalText => Object.fromEntries(used.map((language) => [language, of(language)[field].trim()]));
    const movedBy = onBehalf ? room.electorate.electors.find(({ participantId }) => participantId === mover)?.participantId ?? null : undefined;
    const ack = await say('motion.move', { title: texts('title'), text: texts('text'), amends: amends === '' ? null : amends as MotionId, terms: null, ...(movedBy === undefined ? {} : { movedBy }) });
    if (ack?.ok) close();
  };
  const electors = room.electorate.electors.map(({ participantId }) => ({ value: participantId, title: inLanguage(room.members[participantId]?.name ?? {}, mine).text || t('people.unnamed') }));
  return (
    <Dialog title={t('motion.new')} onClose={close}>
      {amendable.length > 0 && <Choose label={t('motion.amends')} value={amends} onChange={setAmends} options={[{ value: '', title: t('motion.amendsNone') }, ...amendable.map(({ motionId, title }) => ({ value: motionId, title: inLanguage(title ?? {}, mine).text }))]} testid="motion-amends" />}
      {onBehalf && <Choose label={t('motion.mover')} value={mover} onChange={setMover} options={[{ value: '', title: t('motion.nobody') }, ...electors]} testid="motion-mover" />}
      {shown.map((language) => (
        <section key={language} className={css.language} lang={language}>
          {shown.length > 1 && <h3 className="label">{named.of(language) ?? language}</h3>}
          <TextField label={t('motion.title')} maxLength={300} value={of(language).title} onChange={({ currentTarget: { value } }) => write(language, { title: value })} data-testid={`motion-title-${language}`} />
          <TextArea label={t('motion.text')} hint={amends === '' ? undefined : t('motion.amendHint')} rows={4} maxLength={4_000} value={of(language).text} onChange={({ currentTarget: { value } }) => write(language, { text: value })} data-testid={`motion-text-${language}`} />
        </section>
      ))}
      <p className={css.acts}><Button disabled={used.length === 0} onClick={() => void send()} data-testid="motion-move">{t('motion.move')}</Button><Button variant="plain" onClick={close}>{t('app.cancel')}</Button></p>
    </Dialog>
  );
}
