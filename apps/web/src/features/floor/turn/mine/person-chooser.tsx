import type { ParticipantId } from '@yaji/contracts';
import { useState } from 'react';
import { useWords } from '../../../../i18n/words.ts';
import { TextField } from '../../../../ui/controls/field.tsx';
import { Dialog } from '../../../../ui/dialog/dialog.tsx';
import { NamePlate } from '../../../member/plate.tsx';
import type { Plate } from '../../../member/plate.ts';
import css from './person-chooser.module.css';

type Props = { title: string; people: readonly Plate[]; choose: (participantId: ParticipantId) => void; onClose: () => void };

/** Fewer than this are seen at a glance. */
const searchFrom = 7;
const shownMost = 40;

/** One person of those who are here. */
export default function PersonChooser({ title, people, choose, onClose }: Props) {
  const { t } = useWords();
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLocaleLowerCase();
  const found = people.filter(({ name, organisation }) => [name, organisation ?? {}].some((texts) => Object.values(texts).some((text) => text.toLocaleLowerCase().includes(wanted))));
  return (
    <Dialog title={title} onClose={onClose}>
      {people.length >= searchFrom && <TextField label={t('floor.findPerson')} type="search" value={sought} onChange={(event) => setSought(event.currentTarget.value)} />}
      {found.length === 0 && <p className="faint" role="status">{t('floor.nobodyFound')}</p>}
      <ul className={css.people} data-testid="chooser">
        {found.slice(0, shownMost).map((plate) => (
          <li key={plate.participantId}>
            <button type="button" className={css.person} data-person={plate.participantId} onClick={() => { onClose(); choose(plate.participantId); }}><NamePlate plate={plate} /></button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
