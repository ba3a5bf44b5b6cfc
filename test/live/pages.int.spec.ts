import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, services } from '../support/services.ts';
import { type Api, call, startApi } from './api.ts';

describe('the web app', () => {
  let api: Api;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yaji-web-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Yaji</title>');
    await writeFile(join(folder, 'assets', 'app-a1b2c3.js'), 'export {}');
    await writeFile(join(folder, 'seal.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    api = await startApi({ DATABASE_URL: await freshDatabase(), REDIS_URL: (await services()).redisUrl, YAJI_WEB_DIR: folder });
  });
  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true });
  });

  const get = (path: string) => call<string>(api.url, path);

  it('is one page for every address, never kept', async () => {
    for (const path of ['/', '/s/abc/r/def/desk?x=1', '/directory']) {
      const { status, body, headers } = await get(path);
      expect([path, status, body, headers.get('cache-control')]).toEqual([path, 200, '<!doctype html><title>Yaji</title>', 'no-cache']);
      expect(headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(headers.get('permissions-policy')).toContain('camera=(self)');
    }
  });

  it('gives a bulletin board’s address a page for browsers, and figures for programs', async () => {
    const ask = async (accept: string) => (await fetch(`${api.url}/verify/00000000-0000-4000-8000-000000000000`, { headers: { accept } })).headers.get('content-type');
    expect(await ask('text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8')).toContain('text/html');
    expect(await ask('application/json')).toContain('application/json');
    expect(await ask('*/*')).toContain('application/json');
  });

  it('has files that are kept for ever where their name tells their content', async () => {
    const script = await get('/assets/app-a1b2c3.js');
    expect([script.status, script.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect((await get('/seal.svg')).headers.get('cache-control')).toBe('public, max-age=0');
  });

  it('is not shown where a door or a file would be', async () => {
    for (const path of ['/assets/gone.js', '/api/nothing', '/health/nothing', '/assets/..%2f..%2fetc%2fpasswd']) {
      const { status, body } = await get(path);
      expect([path, status]).toEqual([path, 404]);
      expect(JSON.stringify(body)).not.toContain('doctype');
    }
    expect((await call(api.url, '/s/abc', { method: 'POST', body: {} })).status).toBe(404);
  });
});
