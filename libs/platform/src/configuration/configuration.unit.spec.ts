import { describe, expect, it } from '@jest/globals';
import { readConfiguration } from './configuration.ts';

const enough = { DATABASE_URL: 'postgres://y:pw@127.0.0.1:5432/yaji', REDIS_URL: 'redis://127.0.0.1:6379', YAJI_SECRET: 's'.repeat(32) };

describe('readConfiguration', () => {
  it('fills what is left out', () => {
    const read = readConfiguration({ ...enough, YAJI_API_PORT: '9000', YAJI_MEDIA_URL: '' });
    expect(read).toMatchObject({ ok: true, value: { host: '127.0.0.1', apiPort: 9000, publicUrl: 'http://127.0.0.1:9000', mediaUrl: 'http://127.0.0.1:8410', tls: null } });
  });

  it('names every fault at once, each with its remedy, and never the value', () => {
    const read = readConfiguration({ REDIS_URL: 'http://secret-host', YAJI_SECRET: 'short-one', YAJI_API_PORT: '70000', YAJI_TLS_KEY: 'key.pem' });
    const faults = read.ok ? [] : read.error;
    expect(faults).toHaveLength(5);
    expect(faults.find((fault) => fault.startsWith('DATABASE_URL is not set: '))).toContain('npm start');
    expect(faults.find((fault) => fault.startsWith('YAJI_SECRET is wrong'))).toContain('openssl rand');
    expect(faults.join('')).not.toMatch(/secret-host|short-one|70000|key\.pem/);
  });

  it('takes TLS only as a pair', () => {
    expect(readConfiguration({ ...enough, YAJI_TLS_CERT: 'a.pem', YAJI_TLS_KEY: 'b.pem' })).toMatchObject({
      ok: true, value: { tls: { cert: 'a.pem', key: 'b.pem' }, publicUrl: 'https://127.0.0.1:8400' },
    });
    expect(readConfiguration({ ...enough, YAJI_TLS_CERT: 'a.pem' }).ok).toBe(false);
  });

  it('takes a translation service with or without a key, over http or https alone', () => {
    const url = 'http://127.0.0.1:5000';
    expect(readConfiguration(enough)).toMatchObject({ value: { translation: null } });
    expect(readConfiguration({ ...enough, YAJI_TRANSLATION_URL: `${url}/` })).toMatchObject({ value: { translation: { url, key: null } } });
    expect(readConfiguration({ ...enough, YAJI_TRANSLATION_URL: url, YAJI_TRANSLATION_KEY: 'k' })).toMatchObject({ value: { translation: { url, key: 'k' } } });
    for (const wrong of ['file:///etc/passwd', 'redis://127.0.0.1', 'http://me:pw@127.0.0.1']) expect(readConfiguration({ ...enough, YAJI_TRANSLATION_URL: wrong }).ok).toBe(false);
  });
});
