import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Pair = { zh: string; en: string };
type Request = { q?: string | string[]; source?: string; target?: string; format?: string; api_key?: string };
/** How it behaves: as it should, or one of the ways in which services fail. */
export type Mood = 'well' | 'slow' | 'busy' | 'broken' | 'malformed' | 'html' | 'redirecting' | 'oversized' | 'no-key';

export type FakeService = {
  url: string;
  /** Every text that it was asked to translate, with whatever came of it. */
  asked: { q: string; source: string; target: string }[];
  /** How often somebody came where no redirect should lead. */
  trapped: number;
  mood: Mood;
  close(): Promise<void>;
};

const languages = ['en', 'zh'];
/** Names of LibreTranslate 1.6 and later for what earlier ones call by the shorter. */
const newNames: Record<string, string> = { zh: 'zh-Hans' };

/** Speaks LibreTranslate's `POST /translate` out of a dictionary of whole sentences; what is not in it comes back as it is, as with a model that knows no better. */
export async function fakeService(dictionary: readonly Pair[], { key = null as string | null } = {}): Promise<FakeService> {
  const service: FakeService = { url: '', asked: [], trapped: 0, mood: 'well', close: async () => undefined };
  const server = createServer((request, response) => {
    if (request.url !== '/translate') {
      service.trapped += 1;
      send(response, 200, { translatedText: 'from inside' });
      return;
    }
    void readBody(request).then((body) => { answer(body, response); });
  });

  const answer = (body: string, response: ServerResponse): void => {
    const said = JSON.parse(body) as Request;
    const { q: texts = [], source = '', target = '' } = said;
    const all = Array.isArray(texts) ? texts : [texts];
    for (const q of all) service.asked.push({ q, source, target });
    if (service.mood !== 'well' && service.mood !== 'slow') return fail(response, service);
    const fault = faultOf(said, key);
    if (fault) return send(response, fault.status, { error: fault.error });
    const each = all.map((q) => sentence(dictionary, q, source === 'auto' ? detect(q) : source));
    const detected = all.map((q) => ({ language: newNames[detect(q)] ?? detect(q), confidence: 90 }));
    const one = <T>(list: readonly T[]) => (Array.isArray(texts) ? list : list[0]);
    const words = { translatedText: one(each), ...(source === 'auto' ? { detectedLanguage: one(detected) } : {}) };
    setTimeout(() => { send(response, 200, words); }, service.mood === 'slow' ? 10_000 : 0).unref();
  };

  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  service.close = () => new Promise((closed) => {
    server.closeAllConnections();
    server.close(() => { closed(); });
  });
  return service;
}

function faultOf({ q, source, target, format, api_key: shown }: Request, key: string | null): { status: number; error: string } | null {
  const [missing] = Object.entries({ q, source, target }).filter(([, value]) => !value).map(([name]) => name);
  if (key !== null && shown !== key) return { status: 403, error: 'Invalid API key' };
  if (missing !== undefined) return { status: 400, error: `Invalid request: missing ${missing} parameter` };
  const unknown = [source, target].find((language) => language !== undefined && language !== 'auto' && !languages.includes(language));
  if (unknown !== undefined) return { status: 400, error: `${unknown} is not supported` };
  return format === undefined || format === 'text' || format === 'html' ? null : { status: 400, error: `${format} format is not supported` };
}

function fail(response: ServerResponse, { mood, url }: FakeService): void {
  switch (mood) {
    case 'busy': return send(response, 429, { error: 'Slowdown: 10 per 1 minute' });
    case 'broken': return send(response, 500, { error: 'Cannot translate text: out of memory' });
    case 'no-key': return send(response, 403, { error: 'Please contact the server operator to get an API key' });
    case 'malformed': return send(response, 200, { translation: ['?'] });
    case 'redirecting': return void response.writeHead(307, { location: `${url}/inside` }).end();
    case 'oversized': return send(response, 200, { translatedText: 'x'.repeat(1_000_000) });
    default: return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to nginx!</h1>');
  }
}

const detect = (text: string): string => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');

const sentence = (dictionary: readonly Pair[], text: string, source: string): string => {
  const pair = dictionary.find(({ zh, en }) => (source === 'zh' ? zh : en) === text);
  return pair ? (source === 'zh' ? pair.en : pair.zh) : text;
};

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
