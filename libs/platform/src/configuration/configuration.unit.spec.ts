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

  it('takes a language service with or without a key and a model', () => {
    const url = 'http://127.0.0.1:11434/v1';
    expect(readConfiguration(enough)).toMatchObject({ value: { model: null } });
    expect(readConfiguration({ ...enough, YAJI_LLM_URL: `${url}/` })).toMatchObject({ value: { model: { url, key: null, model: 'default' } } });
    expect(readConfiguration({ ...enough, YAJI_LLM_URL: url, YAJI_LLM_KEY: 'k', YAJI_LLM_MODEL: 'small' })).toMatchObject({ value: { model: { url, key: 'k', model: 'small' } } });
    for (const wrong of [{ YAJI_LLM_URL: 'file:///etc/passwd' }, { YAJI_LLM_URL: 'http://me:pw@127.0.0.1' }, { YAJI_LLM_KEY: 'two words' }]) expect(readConfiguration({ ...enough, ...wrong }).ok).toBe(false);
  });

  it('takes a speech service and a recogniser of the machine, each alone or both', () => {
    expect(readConfiguration(enough)).toMatchObject({ value: { speech: { service: null, engine: null } } });
    expect(readConfiguration({ ...enough, YAJI_SPEECH_URL: 'http://127.0.0.1:8000/v1/', YAJI_SPEECH_KEY: 'k', YAJI_SPEECH_ENGINE: 'pocketsphinx' })).toMatchObject({
      value: { speech: { service: { url: 'http://127.0.0.1:8000/v1', key: 'k', model: 'whisper-1' }, engine: { kind: 'pocketsphinx' } } },
    });
    expect(readConfiguration({ ...enough, YAJI_SPEECH_ENGINE: 'sherpa-onnx', YAJI_SPEECH_MODEL_DIR: '/models/zh' })).toMatchObject({ value: { speech: { engine: { kind: 'sherpa-onnx', modelDir: '/models/zh' } } } });
    for (const wrong of [{ YAJI_SPEECH_ENGINE: 'sherpa-onnx' }, { YAJI_SPEECH_ENGINE: 'other' }, { YAJI_SPEECH_URL: 'file:///etc/passwd' }]) expect(readConfiguration({ ...enough, ...wrong }).ok).toBe(false);
  });

  it('keeps files on disk, or in a bucket that is named whole', () => {
    expect(readConfiguration(enough)).toMatchObject({ value: { storage: { kind: 'disk' }, storageKeys: null, keepLocalTracks: true } });
    const settings = {
      's3://yaji': { prefix: '', endpoint: null, region: 'us-east-1', pathStyle: false },
      's3://yaji/salons/2026/?endpoint=http://127.0.0.1:9000': { prefix: 'salons/2026/', endpoint: 'http://127.0.0.1:9000', pathStyle: true },
      's3://yaji?endpoint=https://s3.example.org&region=eu-central-1&pathStyle=false': { endpoint: 'https://s3.example.org', region: 'eu-central-1', pathStyle: false },
    };
    for (const [written, storage] of Object.entries(settings)) {
      expect(readConfiguration({ ...enough, YAJI_STORAGE: written })).toMatchObject({ value: { storage: { kind: 's3', bucket: 'yaji', ...storage } } });
    }
    const keys = { YAJI_STORAGE_ACCESS_KEY: 'AK', YAJI_STORAGE_SECRET_KEY: 'SK' };
    expect(readConfiguration({ ...enough, ...keys, YAJI_KEEP_LOCAL_TRACKS: 'false' })).toMatchObject({ value: { storageKeys: { accessKey: 'AK', secretKey: 'SK' }, keepLocalTracks: false } });
  });

  it('says what is wrong with a bucket, with the remedy and without the value', () => {
    const wrongs = [
      'S3', 'disk/here', 'https://bucket', 's3://AK:SK@yaji', 's3://Yaji_Upper', 's3://yaji/../x', 's3://yaji/a//b', 's3://yaji/a%2fb', 's3://yaji?endpoint=ftp://x', 's3://yaji?endpoint=http://AK:SK@x', 's3://yaji?pathStyle=1', 's3://yaji?secret=SK',
      's3://yaji?region=a%20b',
    ];
    for (const written of wrongs) {
      const read = readConfiguration({ ...enough, YAJI_STORAGE: written });
      const faults = read.ok ? [] : read.error;
      // A path that leads upwards is resolved by the address itself and leads nowhere.
      if (written.includes('..')) continue;
      expect([written, faults]).toEqual([written, [expect.stringMatching(/^YAJI_STORAGE is wrong \(.*\): set it to disk, or to a bucket such as/)]]);
      expect(faults.join().replace(/: set it to.*/, '')).not.toContain(written.length > 4 ? written.slice(5) : written);
    }
    expect(readConfiguration({ ...enough, YAJI_STORAGE_ACCESS_KEY: 'AK' })).toMatchObject({ ok: false, error: [expect.stringContaining('Only one of YAJI_STORAGE_ACCESS_KEY')] });
    expect(readConfiguration({ ...enough, YAJI_KEEP_LOCAL_TRACKS: 'no' }).ok).toBe(false);
  });
});
