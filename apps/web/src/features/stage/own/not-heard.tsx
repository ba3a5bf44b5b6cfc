import { inLanguage } from '../../../i18n/local-text.ts';
import { remedy } from '../../device/remedy.ts';
import { useWords, type Wording } from '../../../i18n/words.ts';
import { Button } from '../../../ui/controls/button.tsx';
import type { Plate } from '../../member/plate.ts';
import css from './not-heard.module.css';
import type { OwnPanel } from './own-panel.ts';

const why: Record<Exclude<OwnPanel['unheard'], null>, Wording> = { muted: 'own.notHeardMuted', blocked: 'own.notHeardBlocked', none: 'own.notHeardNone', silent: 'own.notHeardSilent' };

/** A whole lesson can be taught into a dead microphone: the one who speaks is told at once. */
export function NotHeard({ unheard, mend }: { unheard: OwnPanel['unheard']; mend: () => void }) {
  const { t } = useWords();
  if (unheard === null) return null;
  return (
    <div className={css.alarm} role="alert" data-testid="not-heard" data-why={unheard}>
      <strong>{t('own.notHeard')}</strong> <span>{t(why[unheard])} {unheard === 'blocked' && t(remedy())}</span>
      <Button variant="plain" size="sm" onClick={mend}>{unheard === 'muted' ? t('own.unmute') : unheard === 'none' || unheard === 'blocked' ? t('own.turnMicrophoneOn') : t('own.fix')}</Button>
    </div>
  );
}

/** The same, told to those who preside. */
export function OtherNotHeard({ plate }: { plate: Plate | null }) {
  const { t, language } = useWords();
  return plate && <p className={css.alarm} role="alert" data-testid="other-not-heard"><strong>{t('own.otherNotHeard', { name: inLanguage(plate.name, language).text })}</strong></p>;
}
