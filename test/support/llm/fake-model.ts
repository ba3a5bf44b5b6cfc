import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How it behaves: as it should, or one of the ways in which services fail or lie. `script`: answers what `answer` makes of the question. */
export type Mood = 'golden' | 'script' | 'slow' | 'busy' | 'busy-once' | 'broken' | 'malformed' | 'malformed-once' | 'html' | 'refusing' | 'redirecting' | 'oversized' | 'hanging';
export type Sentence = { cites: string[]; en?: string; 'zh-CN'?: string };
/** What it was shown. */
export type Shown = { id: string; language: string; speaker: { en: string | null; 'zh-CN': string | null } | null; text: string };

export type FakeModel = {
  url: string; mood: Mood;
  /** Every question, as it was sent. */
  asked: { model: string; temperature: number; messages: { role: string; content: string }[]; authorization: string | null }[];
  /** How often somebody came where no redirect should lead. */
  trapped: number;
  answer: (shown: readonly Shown[]) => Sentence[];
  close(): Promise<void>;
};

/** Retells each of the first sentences in its own words and language: true, whatever was said. */
const golden = (shown: readonly Shown[]): Sentence[] => shown.filter(({ text }) => text.length > 30).slice(0, 3).map(({ id, language, text }) => ({ cites: [id], [language.startsWith('zh') ? 'zh-CN' : 'en']: text }));

/** Speaks `POST /chat/completions` as OpenAI's service does, on loopback. */
export async function fakeModel(): Promise<FakeModel> {
  const model: FakeModel = { url: '', mood: 'golden', asked: [], trapped: 0, answer: golden, close: async () => undefined };
  const server = createServer((request, response) => {
    if (request.url !== '/v1/chat/completions') {
      model.trapped += 1;
      return complete(response, '{"sentences":[]}');
    }
    void readBody(request).then((body) => {
      const question = JSON.parse(body) as FakeModel['asked'][number];
      model.asked.push({ ...question, authorization: request.headers.authorization ?? null });
      behave(model, question, response);
    });
  });
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  model.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  model.close = () => new Promise((closed) => {
    server.closeAllConnections();
    server.close(() => { closed(); });
  });
  return model;
}

function behave(model: FakeModel, question: FakeModel['asked'][number], response: ServerResponse): void {
  const shown = shownIn(question);
  const well = (): void => complete(response, JSON.stringify({ sentences: (model.mood === 'script' ? model.answer : golden)(shown) }));
  const first = model.asked.length === 1;
  switch (model.mood) {
    case 'golden': case 'script': return well();
    case 'busy-once': return first ? send(response, 429, { error: { message: 'Rate limit reached' } }) : well();
    case 'malformed-once': return first ? complete(response, 'Certainly! Here are the minutes: ') : complete(response, `\`\`\`json\n${JSON.stringify({ sentences: golden(shown) })}\n\`\`\``);
    case 'slow': return void setTimeout(well, 5_000).unref();
    case 'hanging': return void response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices":[');
    case 'busy': return send(response, 429, { error: { message: 'Rate limit reached' } });
    case 'broken': return send(response, 500, { error: { message: 'The server had an error' } });
    case 'malformed': return complete(response, 'I would rather write a poem about { herons.');
    case 'html': return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to nginx!</h1>');
    case 'refusing': return send(response, 200, { choices: [{ message: { role: 'assistant', content: null, refusal: 'I cannot help with that.' }, finish_reason: 'stop' }] });
    case 'redirecting': return void response.writeHead(307, { location: model.url.replace('/v1', '/inside') }).end();
    case 'oversized': return complete(response, 'x'.repeat(2_000_000));
  }
}

function shownIn({ messages }: FakeModel['asked'][number]): Shown[] {
  const content = messages.find(({ role }) => role === 'user')?.content ?? '';
  return content.split('\n').filter((row) => row.startsWith('{"id"')).map((row) => JSON.parse(row) as Shown);
}

const complete = (response: ServerResponse, content: string): void =>
  send(response, 200, { id: 'chatcmpl-1', object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }] });

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
