import type { ParticipantId } from '@yaji/contracts';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { inLanguage } from '../../../i18n/local-text.ts';
import { useWords } from '../../../i18n/words.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { TextField } from '../../../ui/controls/field.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { findPeople } from '../../member/people-panel.ts';
import { plateOf } from '../../member/plate.ts';
import { NamePlate } from '../../member/plate.tsx';
import type { ModePanel } from './mode-panel.ts';
import { Ordered } from './ordered.tsx';
import css from './order.module.css';

type Props = { panel: ModePanel; view: RoomView; use: (people: ParticipantId[]) => void; onClose: () => void };
const shown = 6;

/** A fixed order of named people; it begins with what the programme says. */
export function PlaylistDialog({ panel: { mode, playlist, programmed }, view, use, onClose }: Props) {
  const { t, language } = useWords();
  const [people, setPeople] = useState<ParticipantId[]>(mode === 'playlist' ? playlist.map(({ participantId }) => participantId) : programmed);
  const [typed, setTyped] = useState('');
  const found = findPeople(view, typed).filter(({ participantId }) => !people.includes(participantId)).slice(0, shown);
  const nameOf = (id: ParticipantId) => inLanguage(plateOf(view.room, id).name, language).text;
  return (
    <Dialog title={t('order.playlistTitle')} onClose={onClose}>
      <p className="faint">{t('order.playlistLead')}</p>
      <Ordered list={people} change={setPeople} keyOf={(id) => id} nameOf={nameOf}>{(id) => <NamePlate plate={plateOf(view.room, id)} />}</Ordered>
      {people.length === 0 && <p className="faint">{t('order.playlistEmpty')}</p>}
      <TextField type="search" label={t('desk.findPerson')} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} data-testid="playlist-find" />
      <ul className={css.found}>
        {found.map((plate) => (
          <li key={plate.participantId}>
            <Button size="sm" variant="plain" className={css.foundOne} icon={<IconPlus size={16} aria-hidden />} onClick={() => setPeople([...people, plate.participantId])} data-testid="playlist-add"><NamePlate plate={plate} /></Button>
          </li>
        ))}
      </ul>
      <div className={css.close}><Button variant="plain" onClick={onClose}>{t('app.cancel')}</Button><Button disabled={people.length === 0} onClick={() => use(people)} data-testid="use-playlist">{t('order.playlistUse')}</Button></div>
    </Dialog>
  );
}
