import { IconCheck, IconMicrophone } from '@tabler/icons-react';
import { inLanguage } from '../../../i18n/local-text.ts';
import { useWords, type Wording } from '../../../i18n/words.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Local } from '../../../ui/name.tsx';
import { NamePlate } from '../../member/plate.tsx';
import css from './guests.module.css';
import type { UsherCommands } from './usher-commands.ts';
import type { Guest, UsherMicrophone, Where } from './usher-panel.ts';

type Props = { guests: readonly Guest[]; microphones: readonly UsherMicrophone[]; commands: UsherCommands };

/** People with what can be done for them, each in one tap. */
export function Guests({ guests, ...rest }: Props) {
  const { t } = useWords();
  if (guests.length === 0) return <p className="faint" role="status">{t('usher.nobodyFound')}</p>;
  return <ul className={css.guests} data-testid="guests">{guests.map((guest) => <Row key={guest.plate.participantId} guest={guest} {...rest} />)}</ul>;
}

const whereWords: Record<Where, Wording> = { hall: 'people.inHall', remote: 'usher.isRemote', expected: 'usher.isExpected' };

function Row({ guest: { plate, where, waits, speaks, holds, busy }, microphones, commands }: Omit<Props, 'guests'> & { guest: Guest }) {
  const { t, language } = useWords();
  const { participantId } = plate;
  const name = inLanguage(plate.name, language).text || t('people.unnamed');
  return (
    <li className={css.guest} data-guest={participantId} data-where={where}>
      <span className={css.who}>
        <NamePlate plate={plate} />
        <span className={css.state}>{where === 'hall' && <IconCheck size={15} aria-hidden />}{t(whereWords[where])}{speaks ? <> · <strong>{t('usher.speaks')}</strong></> : waits && <> · {t('usher.onList')}</>}</span>
      </span>
      <span className={css.acts}>
        {where !== 'hall' && <Button variant={where === 'expected' ? 'filled' : 'light'} busy={busy} onClick={() => commands.checkIn(participantId)} aria-label={`${t('usher.checkIn')}: ${name}`} data-testid="check-in">{t('usher.checkIn')}</Button>}
        {where === 'hall' && !waits && !speaks && <Button variant="plain" busy={busy} onClick={() => commands.addToList(participantId)} aria-label={`${t('usher.toList')}: ${name}`} data-testid="to-list">{t('usher.toList')}</Button>}
        {where === 'hall' && microphones.map(({ microphoneId, title }) => (
          <Button key={microphoneId} variant={holds === microphoneId ? 'filled' : 'plain'} aria-pressed={holds === microphoneId} disabled={busy} icon={<IconMicrophone size={18} aria-hidden />}
            onClick={() => commands.hand(microphoneId, holds === microphoneId ? null : participantId)} aria-label={`${inLanguage(title, language).text}: ${name}`} data-testid={`hand-${microphoneId}`}><Local of={title} /></Button>
        ))}
      </span>
    </li>
  );
}
