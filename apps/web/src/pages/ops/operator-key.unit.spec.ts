import { describe, expect, it } from '@jest/globals';
import { keyIn } from './operator-key.ts';

const key = 'A-_0'.repeat(10) + 'abc';

describe('the operator’s key', () => {
  it.each([[key, key], [` ${key}\n`, key], [`https://salon.example/ops#${key}`, key], ['content', null], [`${key}x`, null], ['', null]])('in %j is %j', (pasted, found) => expect(keyIn(pasted)).toBe(found));
});
