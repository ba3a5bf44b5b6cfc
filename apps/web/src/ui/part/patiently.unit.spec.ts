import { describe, expect, it } from '@jest/globals';
import { patiently } from './patiently.ts';

/** A file that cannot be had `times` times. */
function missing(times: number): { load: () => Promise<string>; asked: () => number } {
  let asked = 0;
  return {
    load: () => {
      asked += 1;
      return asked <= times ? Promise.reject(new Error(`missing ${asked}`)) : Promise.resolve('here');
    },
    asked: () => asked,
  };
}
const online = () => Promise.resolve(true);
const offline = () => Promise.resolve(false);

describe('a file a page needs later', () => {
  it('is had at once where it is there', async () => {
    const file = missing(0);
    expect([await patiently(file.load, online), file.asked()]).toEqual(['here', 1]);
  });
  it('is asked for again after a failure', async () => expect(await patiently(missing(3).load, online)).toBe('here'));
  it('is given up when it cannot be had for half a minute with a network, with the last error', async () => {
    const file = missing(99);
    const pauses: number[] = [];
    await expect(patiently(file.load, (pauseMs) => Promise.resolve(pauses.push(pauseMs) > 0))).rejects.toThrow('missing 8');
    expect(pauses.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(30_000);
    expect(file.asked()).toBe(8);
  });
  it('is waited for as long as there is no network', async () => expect(await patiently(missing(40).load, offline)).toBe('here'));
});
