import type { MicrophoneId } from '@yaji/contracts';
import { useEffect } from 'react';
import { useLive, useMedia, useSeat } from '../../live/seat.tsx';
import type { MicrophonePanel } from './microphone-panel.ts';

/** A cable that was pulled is put back at some time. Milliseconds. */
const againMs = 3_000;
/** These may mend themselves; a browser that said no is not asked over and over. */
const mends = new Set(['off', 'missing', 'busy']);

/** Keeps this page what it is: says that it is the microphone whenever nobody is, and keeps its input open. */
export function useHallMicrophone({ shouldPlugIn, state }: MicrophonePanel, microphoneId: MicrophoneId): void {
  const { live, media } = useSeat();
  const isLive = useLive(({ connection }) => connection === 'live');
  const device = useMedia(({ microphone }) => microphone.state);
  const isOver = state === 'closed' || state === 'unknown' || state === 'taken';
  useEffect(() => {
    if (isLive && shouldPlugIn) void live.say('stage.plugIn', { microphoneId });
  }, [live, isLive, shouldPlugIn, microphoneId]);
  useEffect(() => {
    if (isOver) media.turnOff('microphone');
  }, [media, isOver]);
  useEffect(() => {
    if (isOver || !mends.has(device)) return;
    const open = () => void media.turnOn('microphone');
    if (device === 'off') return open();
    const timer = setInterval(open, againMs);
    return () => clearInterval(timer);
  }, [media, isOver, device]);
}
