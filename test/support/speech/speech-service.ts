import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How it behaves: as it should, or one of the ways in which services fail. */
export type SpeechMood = 'well' | 'text-only' | 'overlapping' | 'silent' | 'nonsense' | 'busy' | 'broken' | 'malformed' | 'html' | 'no-key' | 'hanging' | 'redirecting';

/** One request as it came: the fields of its form, and how long its sound was, seconds. */
export type SpeechAsked = { fields: Record<string, string>; seconds: number; key: string | null };
export type SpeechDouble = { url: string; asked: SpeechAsked[]; mood: SpeechMood; /** So many requests fail before it behaves. */ failing: number; close(): Promise<void> };

const headBytes = 44;
const bytesPerSecond = 32_000;
/** What a double that listens answers to a sound: segments in seconds of it, in the order of saying. */
export type Listening = (samples: Float32Array) => { language: string; segments: { start: number; end: number; text: string }[] };

/** Said of every sound where nobody listens: whoever asks knows where it must be found. */
const sentence = ['Good', 'evening', 'from', 'the', 'river.'];

/** Speaks OpenAI's `POST /v1/audio/transcriptions` (multipart, WAV of 16 kHz mono), about sounds that it does not understand unless `listens` does. */
export async function speechService({ key = null, listens = null }: { key?: string | null; listens?: Listening | null } = {}): Promise<SpeechDouble> {
  const double: SpeechDouble = { url: '', asked: [], mood: 'well', failing: 0, close: async () => undefined };
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => { send(response, 400, { error: { message: String(error) } }); });
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST' || request.url !== '/v1/audio/transcriptions') return send(response, 404, { error: { message: 'Invalid URL' } });
    const form = await formOf(request);
    const sound = form.get('file');
    if (!(sound instanceof Blob) || form.get('model') === null) return send(response, 400, { error: { message: 'file and model are required' } });
    const shown = request.headers.authorization?.replace(/^Bearer /, '') ?? null;
    const seconds = (sound.size - headBytes) / bytesPerSecond;
    double.asked.push({ fields: Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))), seconds, key: shown });
    if (key !== null && shown !== key) return send(response, 401, { error: { message: 'Incorrect API key provided' } });
    if (double.failing > 0) {
      double.failing -= 1;
      return send(response, 503, { error: { message: 'The server is overloaded' } });
    }
    if (listens) return send(response, 200, told(listens(samplesIn(new DataView(await sound.arrayBuffer()))), seconds));
    behave(response, { double, seconds, format: formatIn(form) });
  };
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  double.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  double.close = () => new Promise((closed) => {
    server.closeAllConnections();
    server.close(() => { closed(); });
  });
  return double;
}

function formatIn(form: FormData): string {
  const format = form.get('response_format');
  return typeof format === 'string' ? format : 'json';
}

const samplesIn = (wav: DataView): Float32Array =>
  Float32Array.from({ length: Math.max(0, Math.floor((wav.byteLength - headBytes) / 2)) }, (_, n) => wav.getInt16(headBytes + 2 * n, true) / 32_768);

const told = ({ language, segments }: ReturnType<Listening>, duration: number): object => ({
  task: 'transcribe', language, duration, text: segments.map(({ text }) => text).join(' '),
  segments: segments.map((segment, id) => ({ id, seek: 0, tokens: [], temperature: 0, avg_logprob: -0.2, compression_ratio: 1.1, no_speech_prob: 0.01, ...segment })),
});

type About = { double: SpeechDouble; seconds: number; format: string };

function behave(response: ServerResponse, { double: { mood, url }, seconds, format }: About): void {
  switch (mood) {
    case 'well': return send(response, 200, format === 'verbose_json' ? verbose(seconds) : { text: sentence.join(' ') });
    case 'text-only': return format === 'verbose_json' ? send(response, 400, { error: { message: "response_format 'verbose_json' is not compatible with this model" } }) : send(response, 200, { text: sentence.join(' ') });
    case 'overlapping': return send(response, 200, { text: 'a b', language: 'english', segments: [{ start: 0.5, end: seconds, text: ' second' }, { start: 0, end: 1, text: ' first' }, { start: 0.2, end: 0.4, text: '' }] });
    case 'silent': return send(response, 200, { text: '', segments: [] });
    case 'nonsense': return send(response, 200, { text: 'x', segments: [{ start: 0, end: seconds, text: 'Thanks for watching! '.repeat(30) }, { start: 5, end: 1, text: 'backwards' }, { start: 1e9, end: 2e9, text: 'far away' }] });
    case 'busy': return send(response, 429, { error: { message: 'Rate limit reached' } });
    case 'broken': return send(response, 500, { error: { message: 'CUDA out of memory' } });
    case 'malformed': return send(response, 200, { transcription: ['?'] });
    case 'no-key': return send(response, 401, { error: { message: 'Incorrect API key provided' } });
    case 'redirecting': return void response.writeHead(307, { location: `${url}/inside` }).end();
    case 'hanging': return;
    case 'html': return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to nginx!</h1>');
  }
}

/** As OpenAI answers `verbose_json` with words: they stand beside the segments. Spread over the middle of the sound. */
function verbose(seconds: number): object {
  const [start, each] = [seconds * 0.2, (seconds * 0.6) / sentence.length];
  const words = sentence.map((word, n) => ({ word, start: start + n * each, end: start + (n + 0.9) * each }));
  return {
    task: 'transcribe', language: 'english', duration: seconds, text: sentence.join(' '), words,
    segments: [{ id: 0, seek: 0, start, end: start + sentence.length * each, text: ` ${sentence.join(' ')}`, tokens: [], temperature: 0, avg_logprob: -0.2, compression_ratio: 1.1, no_speech_prob: 0.01 }],
  };
}

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

async function formOf(request: IncomingMessage): Promise<FormData> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new Response(new Uint8Array(Buffer.concat(chunks)), { headers: { 'content-type': request.headers['content-type'] ?? '' } }).formData();
}
