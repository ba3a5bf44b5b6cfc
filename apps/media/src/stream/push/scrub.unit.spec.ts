import { describe, expect, it } from '@jest/globals';
import { rtmpOptions } from './push-args.ts';
import { scrub } from './scrub.ts';

const address = { secure: true, host: 'live.example.org', port: 443, app: 'app', key: 'abc-123?auth=very-secret' };

describe('what is said of a push', () => {
  it('goes to the log without the address and the key, whole or in part', () => {
    const said = 'Server error: stream abc-123?auth=very-secret of app is taken\n[rtmp] rtmps://live.example.org/app/abc-123: abc-123, very-secret; live.example.org';
    expect(scrub(said, address)).not.toMatch(/abc-123|very-secret|example|\bapp\b/);
    expect(scrub('x'.repeat(2_000), address)).toHaveLength(500);
  });

  it('goes to the server as that server expects it', () => {
    expect(rtmpOptions(address)).toEqual({ rtmp_app: 'app', rtmp_playpath: 'abc-123?auth=very-secret', rtmp_tcurl: 'rtmps://live.example.org/app' });
    expect(rtmpOptions({ ...address, secure: false, host: '2001:db8::1', port: 443 })).toMatchObject({ rtmp_tcurl: 'rtmp://[2001:db8::1]:443/app' });
  });
});
