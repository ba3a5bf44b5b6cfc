import { Suspense, useEffect } from 'react';
import type { Shortcut } from '../../features/help/help.tsx';
import { useSeat } from '../../live/seat.tsx';
import { chosen } from '../../session/choices.ts';
import { part } from '../../ui/part/part.ts';

const Help = part(() => import('../../features/help/help.tsx'));

type Props = { shortcuts: readonly Shortcut[]; checking?: boolean; onClose: () => void };

/** Loaded when somebody asks for it. A device that was chosen in it is used from then on. */
export function HelpDialog({ shortcuts, checking = false, onClose }: Props) {
  const { media } = useSeat();
  useEffect(() => {
    const before = chosen();
    return () => {
      const { microphone, camera } = media.store.getState();
      const renew = (kind: 'microphone' | 'camera') => {
        media.turnOff(kind);
        void media.turnOn(kind);
      };
      if (microphone.track && chosen().microphoneId !== before.microphoneId) renew('microphone');
      if (camera.track && chosen().cameraId !== before.cameraId) renew('camera');
    };
  }, [media]);
  return <Suspense fallback={null}><Help shortcuts={shortcuts} checking={checking} onClose={onClose} /></Suspense>;
}
