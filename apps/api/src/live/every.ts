/** Repeats a round: one after the other, so that a slow one delays the next instead of piling up. Answers how to stop. */
export function every(ms: number, round: () => Promise<void>, report: (error: unknown) => void): () => void {
  let underWay = false;
  const timer = setInterval(() => {
    if (underWay) return;
    underWay = true;
    round().catch(report).finally(() => { underWay = false; });
  }, ms);
  return () => { clearInterval(timer); };
}
