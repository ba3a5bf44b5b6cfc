import { describe, expect, it } from '@jest/globals';
import { type Configuration, readConfiguration } from '@yaji/platform';
import { portsOf } from './ports-of.ts';

const given = (environment: Record<string, string>): Configuration => {
  const read = readConfiguration({ DATABASE_URL: 'postgres://y@127.0.0.1/y', REDIS_URL: 'redis://127.0.0.1', YAJI_SECRET: 's'.repeat(32), ...environment });
  if (!read.ok) throw new Error(read.error.join());
  return read.value;
};

describe('portsOf', () => {
  it.each([
    [{}, { listenIp: '127.0.0.1', announcedIp: null }],
    [{ YAJI_MEDIA_ANNOUNCED_IP: '127.0.0.1' }, { listenIp: '127.0.0.1', announcedIp: null }],
    [{ YAJI_HOST: '0.0.0.0', YAJI_MEDIA_ANNOUNCED_IP: '203.0.113.7' }, { listenIp: '0.0.0.0', announcedIp: '203.0.113.7' }],
    [{ YAJI_MEDIA_ANNOUNCED_IP: '2001:db8::7' }, { listenIp: '::', announcedIp: '2001:db8::7' }],
    [{ YAJI_HOST: '192.0.2.5' }, { listenIp: '192.0.2.5', announcedIp: null }],
    [{ YAJI_HOST: 'localhost' }, { listenIp: '127.0.0.1', announcedIp: null }],
  ])('listens where browsers can come: %j', (environment, ports) => {
    expect(portsOf(given(environment))).toMatchObject(ports);
  });

  it('says what to set when there is no address to tell', () => {
    expect(() => portsOf(given({ YAJI_HOST: '0.0.0.0' }))).toThrow('set YAJI_MEDIA_ANNOUNCED_IP');
  });
});
