import { IconQrcode } from '@tabler/icons-react';
import type { ParticipantId } from '@yaji/contracts';
import { Suspense, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { Button } from '../../ui/controls/button.tsx';
import { part } from '../../ui/part/part.ts';

const Scanner = part(() => import('./scanner.tsx'));

/** The reader of codes is loaded when somebody wants to read one. */
export function ScanButton({ view, arrived }: { view: RoomView; arrived: (participantId: ParticipantId) => void }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="light" icon={<IconQrcode size={20} aria-hidden />} onClick={() => setOpen(true)} data-testid="scan">{t('usher.scan')}</Button>
      {open && <Suspense fallback={null}><Scanner view={view} arrived={arrived} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
