import { expect, it } from '@jest/globals';
import { inTurn } from './in-turn.ts';

it('so many run at once, the others in the order of their coming; one that fails gives its place away too', async () => {
  const whenFree = inTurn(2);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const work = (n: number) => whenFree(async () => {
    begun.push(n);
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => { setTimeout(resolve, 1); });
    running -= 1;
    if (n === 0) throw new Error('failed');
  }).catch(() => undefined);
  await Promise.all([0, 1, 2, 3, 4].map(work));
  expect([begun, most, running]).toEqual([[0, 1, 2, 3, 4], 2, 0]);
});
