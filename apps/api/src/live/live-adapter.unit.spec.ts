import { describe, expect, it } from '@jest/globals';
import { isOwnOrigin } from './live-adapter.ts';

const from = (origin: string | undefined, host = '127.0.0.1:8400') => isOwnOrigin('https://salon.example.org', { headers: { host, ...(origin === undefined ? {} : { origin }) } });

describe('the origin of a connection', () => {
  it('is the public address, or the host that was asked, or none', () => {
    expect(from('https://salon.example.org')).toBe(true);
    expect(from('http://127.0.0.1:8400')).toBe(true);
    expect(from(undefined)).toBe(true);
  });

  it('is refused otherwise', () => {
    for (const origin of ['https://evil.example', 'http://salon.example.org', 'https://salon.example.org:444', 'null', '', 'file://']) expect(from(origin)).toBe(false);
  });
});
