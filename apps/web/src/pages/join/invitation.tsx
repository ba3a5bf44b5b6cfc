import type { Role } from '@yaji/contracts';
import { isModerating } from '@yaji/salon';
import { Suspense, useState } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { spanOf, zoneName } from '../../i18n/times.ts';
import { useWords, type Wording } from '../../i18n/words.ts';
import { useChoices } from '../../session/choices.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/field.tsx';
import { Local, OtherScript } from '../../ui/name.tsx';
import type { Fragment } from './fragment.ts';
import type { Answer, Invited } from './joining.ts';
import { part } from '../../ui/part/part.ts';
import css from './join.module.css';

const DeviceCheck = part(() => import('../../features/device/device-check.tsx'));

type Props = { invited: Invited; to: Fragment['to']; joining: boolean; enter: (answer: Answer) => void };
const remembered = 'yaji.name';

type Manner = 'speaks' | 'listens' | 'seat' | 'usher' | 'microphone';
const hints: Record<Manner, Wording> = { speaks: 'join.speakHint', listens: 'join.listenHint', seat: 'join.seatHint', usher: 'join.usherHint', microphone: 'join.microphoneHint' };

/** How somebody will be here; only who speaks or listens by this device needs to try its sound. */
function mannerOf(role: Role, to: Fragment['to']): Manner {
  if (to === 'seat' && role !== 'display') return 'seat';
  if (to === 'microphone') return 'microphone';
  if (role === 'usher' || (to === 'usher' && isModerating(role))) return 'usher';
  return role === 'attendee' || role === 'display' ? 'listens' : 'speaks';
}

/** One click from here to listening; the device check is on the same screen and may be passed over. */
export function Invitation({ invited: { seen, booklet }, to, joining, enter }: Props) {
  const { t, language } = useWords();
  const { checked } = useChoices();
  const manner = mannerOf(seen.role, to);
  const speaks = manner === 'speaks';
  const [name, setName] = useState(() => (seen.name ? inLanguage(seen.name, language).text : localStorage.getItem(remembered) ?? ''));
  const [organisation, setOrganisation] = useState('');
  const [checking, setChecking] = useState(speaks && !checked);
  const isNamed = seen.name !== null || seen.role === 'display';
  const submit = () => {
    if (!isNamed) localStorage.setItem(remembered, name.trim());
    enter(isNamed ? { name: '', organisation: '' } : { name, organisation });
  };
  return (
    <div className={css.invitation} data-testid="invitation" data-role={seen.role}>
      <header className={css.head}>
        <p className={css.invited}>{t('join.title')} {t('join.as', { role: t(`role.${seen.role}`) })}</p>
        <h1><Local of={booklet.title} /></h1>
        <p className={css.other}><OtherScript of={booklet.title} /></p>
        <p className="faint">{spanOf(booklet.startsAt, booklet.endsAt, { language })} {zoneName(booklet.startsAt, { language })}</p>
      </header>
      <form className={css.form} onSubmit={(event) => { event.preventDefault(); submit(); }}>
        {isNamed ? seen.name && <p className={css.name}><Local of={seen.name} /> <span className="faint"><OtherScript of={seen.name} /></span></p> : (
          <>
            <TextField label={t('join.name')} hint={t('join.nameHint')} value={name} required autoFocus autoComplete="name" maxLength={120} onChange={(event) => setName(event.currentTarget.value)} data-testid="name" />
            <TextField label={t('join.organisation')} value={organisation} autoComplete="organization" maxLength={200} onChange={(event) => setOrganisation(event.currentTarget.value)} />
          </>
        )}
        <div className={css.enter}>
          <Button submit size="lg" busy={joining} data-testid="join">{t(manner === 'listens' ? 'join.listen' : 'join.speak')}</Button>
          <p className="faint small">{t(hints[manner])} {manner !== 'microphone' && t('join.recorded')}</p>
        </div>
      </form>
      {(speaks || manner === 'listens') && <details className={css.devices} open={checking} onToggle={(event) => setChecking(event.currentTarget.open)}>
        <summary data-testid="check-devices">{t('join.check')} <span className="faint small">{t('join.checkHint')}</span></summary>
        {checking && <Suspense fallback={null}><DeviceCheck /></Suspense>}
      </details>}
    </div>
  );
}
