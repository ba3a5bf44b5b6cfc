import { describe, expect, it } from '@jest/globals';
import { ForbiddenException, NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { StorageAway, StorageFull } from '@yaji/platform';
import { codeFor, problems, Refused } from './errors.ts';
import { isUnavailable } from './unavailable.ts';

describe('errors', () => {
  it('come to one code each', () => {
    expect(codeFor(new Refused('invitation/invalid'))).toBe('invitation/invalid');
    expect(codeFor(new NotFoundException())).toBe('door/not-found');
    expect(codeFor(new ForbiddenException())).toBe('door/not-found');
    expect(codeFor(new PayloadTooLargeException())).toBe('door/too-large');
    expect(codeFor(Object.assign(new Error('entity too large'), { status: 413 }))).toBe('door/too-large');
    expect(codeFor(new StorageFull('/files', null))).toBe('storage/full');
    expect(codeFor(new StorageAway('The bucket does not answer.', false))).toBe('storage/away');
    expect(codeFor(new Error('a bug'))).toBe('door/failed');
    expect(codeFor(undefined)).toBe('door/failed');
  });

  it('say something of their own each', () => {
    const messages = Object.values(problems).map(({ message }) => message);
    expect(new Set(messages).size).toBe(messages.length);
  });

  it('tell a port that is away from a bug', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const away = [
      refused, new Error('x', { cause: refused }), { name: 'QueryFailedError', driverError: Object.assign(new Error(), { code: '57P01' }) },
      Object.assign(new Error(), { name: 'StoreFailed' }), new AggregateError([refused]), new Error('timeout exceeded when trying to connect'),
      Object.assign(new Error(), { code: '25006' }),
    ];
    for (const one of away) expect([one, isUnavailable(one)]).toEqual([one, true]);
    for (const bug of [new Error('x'), null, 'x', Object.assign(new Error(), { code: '23505' }), new TypeError('y')]) expect(isUnavailable(bug)).toBe(false);
  });
});
