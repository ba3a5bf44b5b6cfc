import type { Invitation, Role } from '@yaji/contracts';
import { useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { faultWords } from '../../session/fault-words.ts';
import { ask } from '../../session/rest.ts';
import { sessionOf } from '../../session/session.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/field.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { tell } from '../../ui/dialog/notices.tsx';
import css from './invite.module.css';

const roles: readonly Role[] = ['attendee', 'speaker', 'moderator', 'interpreter', 'usher', 'display'];

/** Links for a role, made here and sent by whatever one sends things with. */
export function Invite({ salonId, onClose }: { salonId: string; onClose: () => void }) {
  const { t } = useWords();
  const [role, setRole] = useState<Role>('attendee');
  const [link, setLink] = useState<Invitation | null>(null);
  const make = async () => {
    try {
      setLink(await ask<Invitation>(`/salons/${salonId}/invitations`, { token: sessionOf(salonId)?.token, body: { role } }));
    } catch (error) {
      tell({ text: faultWords(error).text, tone: 'bad' });
    }
  };
  const copy = (url: string) => void navigator.clipboard.writeText(url).then(() => tell({ text: t('desk.inviteCopied'), tone: 'plain' }));
  return (
    <Dialog title={t('desk.invite')} onClose={onClose}>
      <p className="faint">{t('desk.inviteText')}</p>
      <fieldset className={css.roles}>
        <legend className="sr">{t('desk.invite')}</legend>
        {roles.map((one) => <label key={one}><input type="radio" name="role" checked={one === role} onChange={() => { setRole(one); setLink(null); }} /> {t(`role.${one}`)}</label>)}
      </fieldset>
      <p><Button onClick={() => void make()} data-testid="make-link">{t('desk.inviteMake')}</Button></p>
      {link && <div className={css.made}><TextField label={t('join.paste')} readOnly value={link.url} onFocus={(event) => event.currentTarget.select()} data-testid="made-link" /><Button variant="plain" onClick={() => copy(link.url)}>{t('desk.inviteCopy')}</Button></div>}
    </Dialog>
  );
}
