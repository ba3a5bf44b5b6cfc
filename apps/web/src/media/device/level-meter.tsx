import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n/words.ts';
import css from './level-meter.module.css';
import { levelOf } from './sound.ts';

/** So often the bar moves, milliseconds: quick to the eye, and a third of the work of drawing every frame. */
const everyMs = 60;

/** How loud the own microphone is. Drawn outside React, which need not know. */
export function LevelMeter({ track }: { track: MediaStreamTrack }) {
  const { t } = useWords();
  const meter = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const level = levelOf(track);
    let told = 0;
    const draw = () => {
      const at = performance.now();
      const value = level.read();
      meter.current?.style.setProperty('--level', value.toFixed(3));
      if (at - told > 700) {
        meter.current?.setAttribute('aria-valuenow', String(Math.round(value * 100)));
        told = at;
      }
    };
    const timer = setInterval(draw, everyMs);
    return () => {
      clearInterval(timer);
      level.close();
    };
  }, [track]);
  return <div ref={meter} className={css.meter} role="meter" aria-label={t('device.level')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={0} data-testid="level" />;
}
