/** After so many failures in a row nothing is asked for a while: twice as long each time that the one trial after it fails too. */
export type BreakerTimes = { failures: number; restMs: number; longestMs: number };

export type Breaker = {
  /** Whether it rests. */
  resting(): boolean;
  /** Whether one may ask now. After a rest one asker may, and the others when that went well. */
  mayAsk(): boolean;
  worked(): void;
  failed(): void;
};

export function newBreaker({ failures, restMs, longestMs }: BreakerTimes, now: () => number): Breaker {
  let inRow = 0;
  let trials = 0;
  let trying = false;
  let until = 0;
  const rest = (): void => { until = now() + Math.min(longestMs, restMs * 2 ** Math.min(16, trials)); };
  const resting = (): boolean => inRow >= failures && now() < until;
  return {
    resting,
    mayAsk: () => {
      if (resting()) return false;
      if (inRow < failures) return true;
      // Should the trial never come back, the next is after another rest.
      trying = true;
      rest();
      return true;
    },
    worked: () => {
      inRow = 0;
      trials = 0;
      trying = false;
    },
    failed: () => {
      if (inRow < failures) {
        inRow += 1;
        if (inRow === failures) rest();
      } else if (trying) {
        trying = false;
        trials += 1;
        rest();
      }
      // Else it was under way when the rest began, and says nothing new.
    },
  };
}
