import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fileId, openStorage, type Storage } from '@yaji/platform';
import { SignJWT } from 'jose';
import { eventually } from '../media/eventually.ts';
import { type S3Server, s3Server } from '../support/s3/s3-server.ts';
import { freshDatabase, services } from '../support/services.ts';
import { type Api, startApi } from './api.ts';

const film = fileId('rooms', 'room-1', 'recording-9.mp4');
const megabytes = 24;

let s3: S3Server;
let api: Api;
let storage: Storage;
beforeAll(async () => {
  s3 = await s3Server();
  api = await startApi({
    DATABASE_URL: await freshDatabase(), REDIS_URL: (await services()).redisUrl,
    YAJI_STORAGE: s3.setting(), YAJI_STORAGE_ACCESS_KEY: s3.keys.accessKey, YAJI_STORAGE_SECRET_KEY: s3.keys.secretKey,
  });
  storage = await openStorage(api.configuration);
  await storage.write(film, '0123456789');
});
beforeEach(() => { s3.trouble = null; });
afterAll(async () => {
  await api.close();
  await s3.close();
});

const linkTo = async (id: string): Promise<string> => `${api.url}/api/files/${await api.tokens.signFileLink({ fileId: id })}`;
const ask = async (url: string, headers: Record<string, string> = {}, method = 'GET') => {
  const answer = await fetch(url, { headers, method });
  return { status: answer.status, text: await answer.text(), of: (name: string) => answer.headers.get(name) };
};

describe('a file that lies in a bucket', () => {
  it('is sent whole, in parts, and described without being sent', async () => {
    const url = await linkTo(film);
    expect(await ask(url)).toMatchObject({ status: 200, text: '0123456789' });
    const part = await ask(url, { range: 'bytes=2-4' });
    expect([part.status, part.text, part.of('content-range'), part.of('content-type')]).toEqual([206, '234', 'bytes 2-4/10', 'video/mp4']);
    expect(await ask(url, { range: 'bytes=-1' })).toMatchObject({ status: 206, text: '9' });
    expect(await ask(url, { range: 'bytes=0-1,4-5' })).toMatchObject({ status: 200, text: '0123456789' });
    const beyond = await ask(url, { range: 'bytes=10-' });
    expect([beyond.status, beyond.of('content-range'), JSON.parse(beyond.text)]).toMatchObject([416, 'bytes */10', { code: 'file/range' }]);
    const before = s3.asked.length;
    const head = await ask(url, { range: 'bytes=2-4' }, 'HEAD');
    expect([head.status, head.text, head.of('content-length'), head.of('accept-ranges')]).toEqual([200, '', '10', 'bytes']);
    expect(s3.asked.slice(before).map((line) => line.split(' ')[0])).toEqual(['HEAD']);
  });

  it('that is superseded in the middle of a download is begun anew, never glued', async () => {
    const url = await linkTo(film);
    const tag = (await ask(url)).of('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]+"$/);
    expect(await ask(url, { range: 'bytes=5-', 'if-range': tag })).toMatchObject({ status: 206, text: '56789' });
    expect(await ask(url, { 'if-none-match': tag })).toMatchObject({ status: 304, text: '' });
    await storage.write(film, 'another film');
    expect(await ask(url, { range: 'bytes=5-', 'if-range': tag })).toMatchObject({ status: 200, text: 'another film' });
    expect(await ask(url, { range: 'bytes=5-', 'if-range': 'Sat, 21 Nov 2026 12:00:00 GMT' })).toMatchObject({ status: 200 });
    await storage.write(film, '0123456789');
  });

  it('is nobody\'s who has no good link, however it is written', async () => {
    const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const forged = await new SignJWT({ fileId: film }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('5m').sign(key);
    const links = [
      'x', '..%2f..%2fetc%2fpasswd', '%2e%2e%2f%2e%2e%2fetc%2fpasswd', '..%252f..%252fetc%252fpasswd', '%00', film.replaceAll('/', '%2f'), forged,
      await api.tokens.signSession({ participantId: 'p', salonId: 's' } as never, Date.now() + 60_000),
    ].map((link) => `${api.url}/api/files/${link}`);
    const ids = ['../../etc/passwd', '/etc/passwd', 'rooms/../../x.mp4', 'Rooms/room-1/recording-9.mp4', 'rooms/room-1/recording-9.mp4\0.txt', 'rooms/room-1/gone.mp4'];
    for (const url of [...links, ...(await Promise.all(ids.map(linkTo)))]) expect([url, (await ask(url)).status]).toEqual([url, 404]);
    const now = Date.now();
    const clock = Date.now;
    Date.now = () => now - 6 * 60_000;
    const old = await linkTo(film);
    Date.now = clock;
    expect((await ask(old)).status).toBe(404);
  });

  it('is answered with a problem while the storage is away, before or at the first byte', async () => {
    const url = await linkTo(film);
    s3.trouble = 'down';
    const away = await ask(url);
    expect([away.status, away.of('content-type')]).toEqual([503, expect.stringContaining('application/json')]);
    expect(JSON.parse(away.text)).toEqual({ code: 'storage/away', message: expect.stringContaining('Try again') });
    s3.trouble = 'broken files';
    const broken = await ask(url, { range: 'bytes=2-4' });
    expect([broken.status, broken.of('content-range'), broken.of('content-length')]).toEqual([503, null, String(broken.text.length)]);
    s3.trouble = null;
    expect((await ask(url)).status).toBe(200);
  });

  it('is fetched no faster than it is taken, and not at all for somebody who left; what breaks off looks broken', async () => {
    const id = fileId('rooms', 'room-1', 'long.mp4');
    await storage.write(id, Buffer.alloc(megabytes * 1024 * 1024, 'f'));
    const url = await linkTo(id);
    const player = request(url);
    const answer = await new Promise<NodeJS.ReadableStream>((resolve) => { player.on('response', resolve).end(); });
    await new Promise((resolve) => { answer.once('readable', resolve); });
    // What the system holds between two programs is a few megabytes; the rest waits in the bucket.
    await eventually(async () => expect(s3.sending).toBe(1));
    player.destroy();
    await eventually(async () => expect(s3.sending).toBe(0));
    s3.trouble = 'half';
    await expect(ask(url)).rejects.toThrow();
    s3.trouble = null;
    expect((await ask(url)).text).toHaveLength(megabytes * 1024 * 1024);
  });
});
