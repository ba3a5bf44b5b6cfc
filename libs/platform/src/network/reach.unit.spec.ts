import { describe, expect, it } from '@jest/globals';
import { isPublic, reach } from './reach.ts';

describe('a host', () => {
  it('is public only where it is of nobody’s inner network', () => {
    const inner = [
      '127.0.0.1', '127.8.9.1', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255',
      '::1', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', '2002:7f00:1::', '2001:db8::1', 'nothing', '',
    ];
    expect(inner.filter(isPublic)).toEqual([]);
    const outer = ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'];
    expect(outer.filter(isPublic)).toEqual(outer);
  });

  it('is refused by whatever spelling it is inside, and found where that is allowed', async () => {
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '::1', '169.254.169.254']) expect([host, await reach(host, false)]).toEqual([host, { ok: false, error: 'host-forbidden' }]);
    expect(await reach('127.0.0.1', true)).toEqual({ ok: true, value: ['127.0.0.1'] });
    expect(await reach('8.8.8.8', false)).toEqual({ ok: true, value: ['8.8.8.8'] });
    expect(await reach('nowhere.invalid', false)).toEqual({ ok: false, error: 'host-unknown' });
  });
});
