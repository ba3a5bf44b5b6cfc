import { useEffect } from 'react';

/** Keeps the screen awake while somebody watches; a device that cannot (or will not, to save power) just goes on. */
export function useWakeLock(): void {
  useEffect(() => {
    const wakeLock = (navigator as { wakeLock?: WakeLock }).wakeLock;
    if (!wakeLock) return undefined;
    let lock: WakeLockSentinel | null = null;
    const hold = () => {
      if (document.visibilityState !== 'visible') return;
      wakeLock.request('screen').then((held) => { lock = held; }, (error: unknown) => { if (!(error instanceof DOMException)) throw error; });
    };
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      document.removeEventListener('visibilitychange', hold);
      void lock?.release();
    };
  }, []);
}
