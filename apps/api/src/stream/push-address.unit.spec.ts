import { describe, expect, it } from '@jest/globals';
import { maskedKey, readPushAddress } from './push-address.ts';

const read = (url: string, key: string | null = null) => readPushAddress({ url, key });

describe('an address to push to', () => {
  it('is read with its key at the end, or apart', () => {
    expect(read('rtmp://live.example.org/app/abc-123')).toEqual({ secure: false, host: 'live.example.org', port: 1935, app: 'app', key: 'abc-123' });
    expect(read('RTMPS://Live.Example.org:4443/app/room/abc?pass=x/y')).toEqual({ secure: true, host: 'live.example.org', port: 4443, app: 'app/room', key: 'abc?pass=x/y' });
    expect(read('rtmps://live.example.org/app/', ' abc ')).toEqual({ secure: true, host: 'live.example.org', port: 443, app: 'app', key: 'abc' });
    expect(read('rtmp://[2001:db8::1]/app/abc')).toMatchObject({ host: '2001:db8::1' });
  });

  it('is nothing else', () => {
    const wrong = [
      '', 'rtmp://', 'rtmp://live.example.org', 'rtmp://live.example.org/', 'rtmp://live.example.org/abc', 'rtmp://live.example.org/app/', 'rtmp:///app/abc', 'http://live.example.org/app/abc',
      'rtmpt://live.example.org/app/abc', 'file:///etc/passwd', 'rtmp://me:secret@live.example.org/app/abc', 'rtmp://me@live.example.org/app/abc', 'rtmp://live.example.org:0/app/abc', 'rtmp://live.example.org:99999/app/abc',
      'rtmp://live.example.org/app/abc#x', 'rtmp://live.example.org/app/a b', 'rtmp://live.example.org/app/a\nb', 'rtmp://live.example.org\\@inner/app/abc', 'rtmp://[::1/app/abc', 'rtmp://[12.3]/app/abc', 'rtmp://-x/app/abc', 'rtmp://exämple.org/app/abc',
      'rtmp://live.example.org/app/abc live=1', 'rtmp://live.example.org /app/abc',
    ];
    for (const url of wrong) expect([url, read(url)]).toEqual([url, null]);
    expect([read('rtmp://live.example.org/app', 'a b'), read('rtmp://live.example.org/app', 'a\nb'), read('rtmp://live.example.org/', 'abc')]).toEqual([null, null, null]);
  });

  it('shows no more of its key than tells it from others', () => {
    expect(['abc', 'abcdefghijklmnop', '1234-5678-9012-3456'].map(maskedKey)).toEqual(['••••', '••••mnop', '••••3456']);
  });
});
