import { useState } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import type { Say } from '../../live/live-client.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TextArea } from '../../ui/controls/field.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import type { Knock } from './people-panel.ts';
import css from './people.module.css';
import type { Plate } from './plate.ts';
import { NamePlate } from './plate.tsx';

/** Who waits outside. Above everything else, because somebody is standing at a door. */
export function Lobby({ waiting, say }: { waiting: readonly Knock[]; say: Say }) {
  const { t } = useWords();
  const [declining, setDeclining] = useState<Plate | null>(null);
  const admit = ({ plate: { participantId } }: Knock) => void say('member.admit', { participantId });
  if (waiting.length === 0) return null;
  return (
    <section className={css.lobby} data-testid="lobby-list" aria-live="polite">
      <header className={css.lobbyHead}>
        <span>{t('people.waiting')} {waiting.length}</span>
        {waiting.length > 1 && <Button size="sm" variant="quiet" onClick={() => waiting.forEach(admit)}>{t('desk.admitAll')}</Button>}
      </header>
      <ul>
        {waiting.map((knock) => (
          <li key={knock.plate.participantId} className={css.knock} data-knock={knock.plate.participantId}>
            <span><NamePlate plate={knock.plate} />{knock.message !== null && <bdi className="faint small">{knock.message}</bdi>}</span>
            <span className={css.acts}>
              <Button size="sm" disabled={knock.answering} onClick={() => admit(knock)}>{t('desk.admit')}</Button>
              <Button size="sm" variant="plain" disabled={knock.answering} onClick={() => setDeclining(knock.plate)}>{t('desk.declinePerson')}</Button>
            </span>
          </li>
        ))}
      </ul>
      {declining && <Decline plate={declining} say={say} close={() => setDeclining(null)} />}
    </section>
  );
}

function Decline({ plate: { participantId, name }, say, close }: { plate: Plate; say: Say; close: () => void }) {
  const { t, language } = useWords();
  const [message, setMessage] = useState('');
  const send = () => {
    void say('member.decline', { participantId, message: message.trim() || null });
    close();
  };
  return (
    <Dialog title={t('desk.declinePersonTitle', { name: inLanguage(name, language).text })} onClose={close}>
      <TextArea label={t('desk.declinePersonHint')} maxLength={300} value={message} onChange={(event) => setMessage(event.currentTarget.value)} />
      <p className={css.acts}><Button onClick={send}>{t('desk.declinePerson')}</Button><Button variant="plain" onClick={close}>{t('app.cancel')}</Button></p>
    </Dialog>
  );
}
