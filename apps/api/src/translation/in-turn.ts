/** Lets so many pieces of work run at once; the others wait, in the order of their coming. */
export function inTurn(most: number): (work: () => Promise<void>) => Promise<void> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= most) await new Promise<void>((go) => { waiting.push(go); });
    else running += 1;
    try {
      await work();
    } finally {
      // The place goes straight to the next, so that nobody slips in between.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
