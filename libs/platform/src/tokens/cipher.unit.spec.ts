import { describe, expect, it } from '@jest/globals';
import { cipherFor } from './cipher.ts';

const secret = 'a secret of more than thirty-two characters';
const cipher = cipherFor(secret, 'trial');

describe('what is encrypted', () => {
  it('comes back for what it belongs to, and shows nothing where it lies', () => {
    const kept = cipher.encrypt('live_密钥', 'room/one');
    expect(cipher.decrypt(kept, 'room/one')).toBe('live_密钥');
    expect(kept.includes('live_')).toBe(false);
    expect(cipher.encrypt('live_密钥', 'room/one').equals(kept)).toBe(false);
  });

  it('is nothing elsewhere, under another secret or purpose, changed or cut short', () => {
    const kept = cipher.encrypt('live_key', 'room/one');
    const changed = Buffer.from(kept);
    changed.writeUInt8(changed.readUInt8(kept.length - 1) ^ 1, kept.length - 1);
    const answers = [
      cipher.decrypt(kept, 'room/two'), cipherFor(`${secret}!`, 'trial').decrypt(kept, 'room/one'), cipherFor(secret, 'other').decrypt(kept, 'room/one'),
      cipher.decrypt(changed, 'room/one'), cipher.decrypt(kept.subarray(0, 20), 'room/one'), cipher.decrypt(Buffer.alloc(0), 'room/one'),
    ];
    expect(answers).toEqual([null, null, null, null, null, null]);
  });
});
