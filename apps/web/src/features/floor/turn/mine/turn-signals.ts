import { useEffect, useRef } from 'react';
import { say } from '../../../../i18n/words.ts';
import { playTone } from '../../../../media/device/sound.ts';
import { tell } from '../../../../ui/dialog/notices.tsx';

/** Calls somebody whose page is behind others: two notes, a buzz, the title of the tab. Once per change. */
export function useTurnSignals(state: 'next' | 'speaking' | null): void {
  const before = useRef<typeof state>(null);
  useEffect(() => {
    const changed = before.current !== state;
    before.current = state;
    if (state === null || !changed) return undefined;
    const title = document.title;
    document.title = `● ${say(state === 'next' ? 'floor.yourPlaceNext' : 'floor.haveFloor')}`;
    if (state === 'next') playTone();
    // Absent on some devices, whatever the types say.
    (navigator as { vibrate?: (pattern: number[]) => boolean }).vibrate?.(state === 'next' ? [120, 80, 120] : [250]);
    return () => { document.title = title; };
  }, [state]);
}

/** Says once, not as an error, that the person's turn is nearing its end; heard also by who looks at their notes. */
export function useTurnWarning(time: 'plenty' | 'warned' | 'over' | null): void {
  useEffect(() => {
    if (time === 'warned') {
      tell({ text: say('floor.warned'), tone: 'plain' });
      playTone();
    }
    if (time === 'over') tell({ text: say('floor.overrun'), tone: 'plain' });
  }, [time]);
}
