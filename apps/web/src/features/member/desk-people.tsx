import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Role } from '@yaji/contracts';
import { type Ref, useState } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import { freshId, type Say } from '../../live/live-client.ts';
import type { RoomView } from '../../live/room-view.ts';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/field.tsx';
import type { DeskCommands } from '../desk/commands.ts';
import { GiveItems } from '../desk/give-menu.tsx';
import { givingTo } from '../desk/giving.ts';
import { findPeople } from './people-panel.ts';
import css from './people.module.css';
import type { Plate } from './plate.ts';
import { NamePlate } from './plate.tsx';

type Props = { view: RoomView; commands: DeskCommands; say: Say; search: Ref<HTMLInputElement>; invite: () => void };
const shown = 60;

/** Everybody of the salon, found by name; what can be done with them. */
export function DeskPeople({ view, commands, say, search, invite }: Props) {
  const { t, language } = useWords();
  const [typed, setTyped] = useState('');
  const found = findPeople(view, typed).slice(0, shown);
  const introduce = async () => {
    const participantId = freshId() as Plate['participantId'];
    const ack = await say('member.introduce', { participantId, name: { [language]: typed.trim() }, organisation: null, country: null, languages: [] });
    if (ack?.ok) await commands.add(participantId);
    setTyped('');
  };
  return (
    <div className={css.people} data-testid="people">
      <div className={css.search}>
        <TextField ref={search} type="search" label={t('desk.findPerson')} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} data-testid="find-person" />
        <Button variant="plain" onClick={invite} data-testid="invite">{t('desk.invite')}</Button>
      </div>
      <ul>{found.map((plate) => <Person key={plate.participantId} plate={plate} view={view} commands={commands} say={say} />)}</ul>
      {typed.trim() !== '' && <Button variant="light" size="sm" onClick={() => void introduce()} data-testid="introduce">{t('desk.introduce', { name: typed.trim() })}</Button>}
    </div>
  );
}

const roles: readonly Role[] = ['moderator', 'speaker', 'interpreter', 'usher', 'attendee'];

function Person({ plate, view, commands, say }: { plate: Plate; view: RoomView; commands: DeskCommands; say: Say }) {
  const { t, language } = useWords();
  const { room, me } = view;
  const { participantId, present } = plate;
  const member = room.members[participantId];
  const name = inLanguage(plate.name, language).text;
  const onStage = room.stage.guests.includes(participantId);
  const waiting = room.floor.queue.some((entry) => entry.participantId === participantId && entry.lane === 'normal');
  if (!member) return null;
  return (
    <li className={css.person} data-person={participantId}>
      <NamePlate plate={plate} />
      <span className={css.standing}>
        <span className="faint small">{t(`role.${member.role}`)}{!present && <> · {t('desk.notPresent')}</>}</span>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target><IconButton small label={t('desk.actions', { name })} data-testid="person-menu"><IconDots size={18} /></IconButton></Menu.Target>
          <Menu.Dropdown>
            <GiveItems giving={givingTo(view, participantId)} commands={commands} />
            <Menu.Item disabled={waiting} onClick={() => void commands.add(participantId)}>{t('desk.add')}</Menu.Item>
            <Menu.Item disabled={!present} onClick={() => void say(onStage ? 'stage.dismiss' : 'stage.bring', { participantId })}>{t(onStage ? 'desk.fromStage' : 'desk.toStage')}</Menu.Item>
            <Menu.Label>{t('desk.roleOf', { name })}</Menu.Label>
            {roles.map((role) => <Menu.Item key={role} disabled={role === member.role} onClick={() => void say('member.setRole', { participantId, role })}>{t(`role.${role}`)}</Menu.Item>)}
            <Menu.Divider />
            <Menu.Item disabled={participantId === me.participantId} onClick={() => commands.removePerson(plate)}>{t('desk.removePerson')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </span>
    </li>
  );
}
