import { useEffect, useMemo } from 'react';

/** Tells the latest of what changes fast: the first at once, then at most every `everyMs`, the last in any case. */
export function useHalfLine<T>(everyMs: number, tell: (latest: T) => void): { change: (to: T) => void; drop: () => void } {
  const telling = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let toldAt = -Infinity;
    let latest: T | undefined;
    const drop = () => {
      clearTimeout(timer);
      timer = undefined;
    };
    return {
      drop,
      change: (to: T) => {
        latest = to;
        timer ??= setTimeout(() => {
          timer = undefined;
          toldAt = Date.now();
          if (latest !== undefined) tell(latest);
        }, Math.max(0, toldAt + everyMs - Date.now()));
      },
    };
  }, [everyMs, tell]);
  useEffect(() => telling.drop, [telling]);
  return telling;
}
