import { useWords, type Wording } from '../../i18n/words.ts';
import { choose, useChoices } from '../../session/choices.ts';
import { Switch } from '../../ui/controls/field.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Preferences } from '../../ui/frame.tsx';
import DeviceCheck from '../device/device-check.tsx';
import { Diagnostics } from './diagnostics.tsx';
import css from './help.module.css';

export type Shortcut = { key: string; words: Wording };

/** What the keys do, how to turn them off, and what this page receives. */
export default function Help({ shortcuts, checking, onClose }: { shortcuts: readonly Shortcut[]; /** The device check stands open. */ checking: boolean; onClose: () => void }) {
  const { t } = useWords();
  const { singleKeys, audioOnly } = useChoices();
  return (
    <Dialog title={t('keys.title')} onClose={onClose} wide>
      <Preferences />
      <section className={css.part}>
        <h3>{t('keys.shortcuts')}</h3>
        <dl className={css.keys}>
          {shortcuts.map(({ key, words }) => <div key={key}><dt><kbd>{key === ' ' ? t('keys.space') : key}</kbd></dt><dd>{t(words)}</dd></div>)}
        </dl>
        <Switch checked={singleKeys} onChange={(checked) => choose({ singleKeys: checked })} label={t('keys.turnOff')} hint={t('keys.turnOffHint')} testid="single-keys" />
        <Switch checked={audioOnly} onChange={(checked) => choose({ audioOnly: checked })} label={t('room.audioOnly')} hint={t('room.audioOnlyHint')} testid="audio-only" />
      </section>
      <details className={css.check} open={checking}>
        <summary>{t('join.check')}</summary>
        <DeviceCheck />
      </details>
      <Diagnostics />
    </Dialog>
  );
}
