import { IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react';
import { inLanguage } from '../../../i18n/local-text.ts';
import { useWords, type Wording } from '../../../i18n/words.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Local } from '../../../ui/name.tsx';
import { NamePlate } from '../../member/plate.tsx';
import { Guests } from './guests.tsx';
import css from './hall-microphones.module.css';
import type { UsherCommands } from './usher-commands.ts';
import type { UsherMicrophone, UsherPanel } from './usher-panel.ts';

type Props = { panel: UsherPanel; commands: UsherCommands };

/** Every microphone of the hall with who holds it, and who will need one next. */
export function HallMicrophones({ panel: { microphones, soon }, commands }: Props) {
  const { t } = useWords();
  return (
    <section className={css.hall} data-testid="microphones">
      <h2>{t('desk.hallMicrophones')}</h2>
      {microphones.length === 0 && <p className="faint">{t('usher.noMicrophones')}</p>}
      <ul className={css.list} aria-live="polite">{microphones.map((one) => <Microphone key={one.microphoneId} microphone={one} commands={commands} />)}</ul>
      {soon.length > 0 && <section data-testid="soon"><h2>{t('usher.soon')}</h2><Guests guests={soon} microphones={microphones} commands={commands} /></section>}
    </section>
  );
}

const stateWords: Record<UsherMicrophone['state'], Wording> = { unplugged: 'usher.unplugged', ready: 'usher.ready', 'on-air': 'usher.onAir' };

function Microphone({ microphone: { microphoneId, title, state, holder, busy }, commands }: { microphone: UsherMicrophone; commands: UsherCommands }) {
  const { t, language } = useWords();
  return (
    <li className={css.microphone} data-microphone={microphoneId} data-state={state}>
      {state === 'unplugged' ? <IconMicrophoneOff size={22} aria-hidden /> : <IconMicrophone size={22} aria-hidden />}
      <span className={css.about}>
        <span><strong><Local of={title} /></strong> <span className={css.state}>{t(stateWords[state])}</span></span>
        {holder ? <NamePlate plate={holder} /> : <span className="faint small">{t('usher.heldByNobody')}</span>}
      </span>
      {holder && <Button variant="plain" busy={busy} onClick={() => commands.hand(microphoneId, null)} aria-label={`${t('usher.takeBack')}: ${inLanguage(title, language).text}`} data-testid="take-back">{t('usher.takeBack')}</Button>}
    </li>
  );
}
