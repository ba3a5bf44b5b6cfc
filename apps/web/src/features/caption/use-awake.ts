import { useEffect, useState } from 'react';

/** So long somebody is still there after the last movement. Milliseconds. */
const staysMs = 4_000;

/** Whether somebody moves the pointer, or touches this screen. */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setAwake(false), staysMs);
      setAwake(true);
    };
    window.addEventListener('pointermove', moved);
    window.addEventListener('pointerdown', moved);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', moved);
      window.removeEventListener('pointerdown', moved);
    };
  }, []);
  return awake;
}
