import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog, createMetrics, createTokens, operatorKey, readConfiguration, type Configuration, type Tokens } from '@yaji/platform';
import type { Joined, Problem, RoomId, SalonMade } from '@yaji/contracts';
import { serve } from '../../apps/api/src/serve.ts';
import { freePort } from '../support/free-port.ts';

export const secret = 'a secret for tests, longer than thirty-two characters';

export type Api = { url: string; tokens: Tokens; configuration: Configuration; close(): Promise<void> };

/** An api of its own in this process, on a free port. */
export async function startApi(environment: Record<string, string>): Promise<Api> {
  const port = await freePort();
  const files = await mkdtemp(join(tmpdir(), 'yaji-api-'));
  const read = readConfiguration({ YAJI_SECRET: secret, YAJI_API_PORT: String(port), YAJI_DATA_DIR: files, YAJI_LOG_LEVEL: 'silent', YAJI_JOINS_PER_MINUTE: '10000', ...environment });
  if (!read.ok) throw new Error(read.error.join(' '));
  const running = await serve({ configuration: read.value, log: createLog('api', 'silent'), metrics: createMetrics('api'), draining: () => false });
  return {
    url: `http://127.0.0.1:${port}`, tokens: createTokens(secret), configuration: read.value,
    close: async () => {
      await running.close();
      await rm(files, { recursive: true, force: true });
    },
  };
}

export type Answer<T> = { status: number; body: T; headers: Headers };

export async function call<T = Problem>(url: string, path: string, { method = 'GET', bearer, body }: { method?: string; bearer?: string; body?: unknown } = {}): Promise<Answer<T>> {
  const response = await fetch(url + path, {
    method,
    headers: { ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
  return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as T };
}

/** A salon that has just begun: one moderator and two speakers by name, one room. */
export const programme = (more: Record<string, unknown> = {}, rules: Record<string, unknown> = {}) => ({
  title: { en: 'A test' }, startsAt: new Date(Date.now() - 60_000).toISOString(), timeZone: 'Asia/Shanghai', languages: ['en', 'zh-CN'],
  organisations: [{ id: 'park', name: { en: 'Park of Tests' }, country: 'ES' }],
  people: [
    { id: 'chair', name: { en: 'Chair Tester' }, role: 'moderator', organisation: 'park' },
    { id: 'ann', name: { en: 'Ann Tester' }, role: 'speaker', organisation: 'park' },
    { id: 'bob', name: { en: 'Bob Tester' }, role: 'speaker' },
  ],
  rooms: [{ id: 'main', title: { en: 'Main' }, rules, agenda: [{ id: 'table', kind: 'roundtable', title: { en: 'Table' }, minutes: 60, speakers: ['ann', 'bob'], topics: [{ id: 'one', title: { en: 'One' }, minutes: 30 }] }] }],
  ...more,
});

export type Salon = SalonMade & { roomId: RoomId };

export async function makeSalon(url: string, written: unknown = programme()): Promise<Salon> {
  const { status, body } = await call<SalonMade>(url, '/api/salons', { method: 'POST', bearer: operatorKey(secret), body: written });
  if (status !== 201) throw new Error(JSON.stringify(body));
  const [room] = body.rooms;
  if (!room) throw new Error('a salon without a room');
  return { ...body, roomId: room.roomId };
}

export const invitationIn = (link: string): string => link.slice(link.indexOf('#invitation=') + '#invitation='.length);

export const personalLink = (salon: Salon, id: string): string => salon.people.find((person) => person.id === id)?.url ?? '';

/** Joins by a link; a general one needs a name. */
export async function joinBy(url: string, link: string, name?: string): Promise<Joined> {
  const { status, body } = await call<Joined>(url, '/api/join', { method: 'POST', body: { invitation: invitationIn(link), ...(name === undefined ? {} : { name: { en: name } }) } });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}
