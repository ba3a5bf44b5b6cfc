import { createHash, hkdfSync, timingSafeEqual } from 'node:crypto';

/** A key of its own for each purpose, so that a token for one thing can never pass for another. */
export const keyFor = (secret: string, purpose: string): Uint8Array => new Uint8Array(hkdfSync('sha256', secret, 'yaji', purpose, 32));

/** What the operator shows as bearer to create salons and to read metrics from elsewhere. Printed by `npm start`. */
export const operatorKey = (secret: string): string => Buffer.from(keyFor(secret, 'operator')).toString('base64url');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Takes the same time whatever is wrong. */
export const isOperatorKey = (secret: string, shown: string): boolean => timingSafeEqual(digest(shown), digest(operatorKey(secret)));
