import { Menu } from '@mantine/core';
import { inLanguage } from '../../i18n/local-text.ts';
import { asCountdown } from '../../i18n/times.ts';
import { useWords } from '../../i18n/words.ts';
import { laneWording } from '../floor/queue/lane-words.ts';
import type { DeskCommands } from './commands.ts';
import type { Giving } from './giving.ts';

/** The part of a person's menu that gives the floor: as they asked, as something else, at a microphone, or with the rest of a turn. */
export function GiveItems({ giving: { participantId, entryId, can, lanes, microphones, restMs }, commands }: { giving: Giving; commands: DeskCommands }) {
  const { t, language } = useWords();
  const entry = entryId === null ? {} : { entryId };
  return (
    <>
      <Menu.Item disabled={!can} onClick={() => commands.give(participantId, entry)} data-testid="give">{t('desk.giveFloor')}</Menu.Item>
      <Menu.Item disabled={restMs === null} onClick={() => commands.yieldTo(participantId)} data-testid="yield-to">
        {t('desk.yieldTo')}{restMs !== null && <span className="faint figures"> {asCountdown(restMs)}</span>}
      </Menu.Item>
      <Menu.Label>{t('desk.giveAs')}</Menu.Label>
      {lanes.map((lane) => <Menu.Item key={lane} disabled={!can} onClick={() => commands.give(participantId, { ...entry, lane })} data-testid={`give-${lane}`}>{t(laneWording[lane])}</Menu.Item>)}
      {microphones.length > 0 && <Menu.Label>{t('desk.giveAt')}</Menu.Label>}
      {microphones.map(({ microphoneId, title, holder }) => (
        <Menu.Item key={microphoneId} disabled={!can} onClick={() => commands.give(participantId, { ...entry, microphone: microphoneId })} data-testid={`give-at-${microphoneId}`}>
          {holder ? t('desk.giveAtHeld', { title: inLanguage(title, language).text, name: inLanguage(holder.name, language).text }) : t('desk.giveAtFree', { title: inLanguage(title, language).text })}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}
