import { useWords, type Wording } from '../../i18n/words.ts';
import type { DeviceFault } from '../../media/device/own-devices.ts';
import { Button } from '../../ui/controls/button.tsx';
import css from './device-check.module.css';
import { remedy } from './remedy.ts';

const words: Record<DeviceFault, { title: Wording; text: Wording }> = {
  blocked: { title: 'device.blocked', text: 'device.blockedText' },
  missing: { title: 'device.missing', text: 'device.missingText' },
  busy: { title: 'device.busy', text: 'device.busyText' },
  insecure: { title: 'device.insecure', text: 'device.insecureText' },
};

export function DeviceFaultHelp({ fault, again }: { fault: DeviceFault; again: () => void }) {
  const { t } = useWords();
  const { title, text } = words[fault];
  return (
    <div className={css.fault} role="alert" data-testid="device-fault" data-fault={fault}>
      <strong>{t(title)}</strong>
      <p>{t(text)}</p>
      {fault === 'blocked' && <p>{t(remedy())}</p>}
      {fault !== 'insecure' && <Button variant="plain" size="sm" onClick={again}>{t('app.retry')}</Button>}
    </div>
  );
}
