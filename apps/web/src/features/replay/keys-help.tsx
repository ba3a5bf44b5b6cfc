import { useWords, type Wording } from '../../i18n/words.ts';
import { choose, useChoices } from '../../session/choices.ts';
import { Switch } from '../../ui/controls/field.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import css from '../help/help.module.css';

const keys: readonly [string, Wording][] = [
  [' ', 'replay.keyPlay'], ['J', 'replay.keyBack'], ['L', 'replay.keyOn'], ['←', 'replay.keyStepBack'], ['→', 'replay.keyStepOn'], [',', 'replay.previousTurn'], ['.', 'replay.nextTurn'],
  ['C', 'replay.keyCaptions'], ['M', 'replay.keyMute'], ['F', 'replay.whole'], ['/', 'replay.search'], ['?', 'keys.help'],
];

/** What the keys do, and how to turn them off. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { singleKeys } = useChoices();
  return (
    <Dialog title={t('keys.shortcuts')} onClose={onClose} wide>
      <dl className={css.keys} data-testid="keys">
        {keys.map(([key, words]) => <div key={key}><dt><kbd>{key === ' ' ? t('keys.space') : key}</kbd></dt><dd>{t(words)}</dd></div>)}
      </dl>
      <Switch checked={singleKeys} onChange={(checked) => choose({ singleKeys: checked })} label={t('keys.turnOff')} hint={t('keys.turnOffHint')} testid="single-keys" />
    </Dialog>
  );
}
