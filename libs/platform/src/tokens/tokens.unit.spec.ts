import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { isOperatorKey, keyFor, operatorKey } from './keys.ts';
import { createTokens } from './tokens.ts';

const secret = 'a secret of more than thirty-two characters';
const tokens = createTokens(secret);
const session = { salonId: randomUUID(), participantId: randomUUID(), invitationId: randomUUID() };
const later = () => Date.now() + 60_000;

const forged = (key: Uint8Array, header: { alg: string; typ?: string }, audience = 'session') =>
  new SignJWT(session).setProtectedHeader(header).setIssuer('yaji').setAudience(audience).setExpirationTime('1h').sign(key);

describe('tokens', () => {
  it('come back as they were signed', async () => {
    expect(await tokens.verifySession(await tokens.signSession(session, later()))).toEqual(session);
    const pass = { roomId: randomUUID(), participantId: randomUUID() };
    expect(await tokens.verifyMediaPass(await tokens.signMediaPass(pass))).toEqual(pass);
    expect(await tokens.verifyStreamPass(await tokens.signStreamPass(pass))).toEqual(pass);
    expect(await tokens.verifyFileLink(await tokens.signFileLink({ fileId: 'minutes/a.md' }))).toEqual({ fileId: 'minutes/a.md' });
    const encoder = { ...pass, ingestId: randomUUID() };
    expect(await tokens.verifyIngest(await tokens.signIngest(encoder, later()))).toEqual(encoder);
    expect(await tokens.verifyMediaPass(await tokens.signIngest(encoder, later()))).toBeNull();
  });

  it('are worth nothing as another kind, from another secret, or after their time', async () => {
    const token = await tokens.signSession(session, later());
    expect(await tokens.verifyInvitation(token)).toBeNull();
    expect(await tokens.verifyMediaPass(token)).toBeNull();
    expect(await tokens.verifyStreamPass(await tokens.signMediaPass({ roomId: randomUUID(), participantId: randomUUID() }))).toBeNull();
    expect(await createTokens(`${secret}!`).verifySession(token)).toBeNull();
    expect(await tokens.verifySession(await tokens.signSession(session, Date.now() - 31_000))).toBeNull();
    expect(await tokens.verifySession(await tokens.signSession(session, Date.now() - 10_000))).toEqual(session);
  });

  it('answer null whatever is forged', async () => {
    const key = keyFor(secret, 'session');
    const unsecured = new UnsecuredJWT(session).setIssuer('yaji').setAudience('session').setExpirationTime('1h').encode();
    const attempts = [
      '', 'x', 'a.b.c', unsecured,
      await forged(key, { alg: 'HS512', typ: 'yaji-session+jwt' }),
      await forged(key, { alg: 'HS256' }),
      await forged(key, { alg: 'HS256', typ: 'yaji-media+jwt' }),
      await forged(key, { alg: 'HS256', typ: 'yaji-session+jwt' }, 'media'),
      await new SignJWT({ ...session, salonId: 'no-uuid' }).setProtectedHeader({ alg: 'HS256', typ: 'yaji-session+jwt' })
        .setIssuer('yaji').setAudience('session').setExpirationTime('1h').sign(key),
      await new SignJWT(session).setProtectedHeader({ alg: 'HS256', typ: 'yaji-session+jwt' }).setIssuer('yaji').setAudience('session').sign(key),
    ];
    for (const attempt of attempts) expect(await tokens.verifySession(attempt)).toBeNull();
  });
});

describe('the operator key', () => {
  it('is one per secret', () => {
    expect(isOperatorKey(secret, operatorKey(secret))).toBe(true);
    expect(isOperatorKey(secret, '')).toBe(false);
    expect(isOperatorKey(secret, operatorKey(`${secret}!`))).toBe(false);
  });
});
