import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyFor } from './keys.ts';

/**
 * Keeps what may not be read where it lies (AES-256-GCM). `about`: what it belongs to; moved to another place it cannot be read. `decrypt` answers null for
 * what was encrypted under another secret, for another purpose, or changed since.
 */
export type Cipher = { encrypt(plain: string, about: string): Buffer; decrypt(bytes: Buffer, about: string): string | null };

const algorithm = 'aes-256-gcm';
/** NIST SP 800-38D, 5.2.1.1 and 5.2.1.2. */
const nonceBytes = 12;
const tagBytes = 16;

export function cipherFor(secret: string, purpose: string): Cipher {
  const key = keyFor(secret, purpose);
  return {
    encrypt: (plain, about) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(about));
      const hidden = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
    },
    decrypt: (bytes, about) => {
      if (bytes.length < nonceBytes + tagBytes) return null;
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
        .setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const begun = decipher.update(bytes.subarray(nonceBytes + tagBytes));
      return isWhole(decipher) ? begun.toString('utf8') : null;
    },
  };
}

/** GCM tells at the end, and so alone, whether it was the right key and nothing was changed; that has no code, only words. */
function isWhole(decipher: { final(): Buffer }): boolean {
  try {
    decipher.final();
    return true;
  } catch (cause) {
    if (String(cause).includes('unable to authenticate')) return false;
    throw cause;
  }
}
