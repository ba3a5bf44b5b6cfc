import { setTimeout as pause } from 'node:timers/promises';
import { wavOf } from '../sound/wav.ts';
import { type Heard, type Hints, msOf, type Sound, SpeechFailed, type Transcriber } from '../transcriber.ts';
import { readAnswer } from './read-answer.ts';

/** Where a service answers that speaks OpenAI's `audio/transcriptions`; the address up to and with `/v1`, without a slash at the end. */
export type SpeechService = { url: string; key: string | null; model: string };

/** Two minutes of 16 kHz are 4 MB, and a desk sees progress; services take 25 MB. */
const pieceMs = 120_000;
const tries = 3;
const pausesMs = [1_000, 4_000];
/** Beside as long as the sound itself. */
const patienceMs = 30_000;
const mostBytes = 8 * 1_024 * 1_024;

type Asked = { service: SpeechService; sound: Sound; hints: Hints; format: 'verbose_json' | 'json' };

/** Asks a service over HTTP. `waits`: pauses between tries, milliseconds. */
export function openaiHttp(service: SpeechService, waits: readonly number[] = pausesMs): Transcriber {
  // Models that give no times (gpt-4o-transcribe) refuse the longer form; they are asked for it once.
  let format: Asked['format'] = 'verbose_json';
  const ask = async (asked: Omit<Asked, 'format'>, signal: AbortSignal): Promise<Heard[]> => {
    try {
      return await askOnce({ ...asked, format }, signal);
    } catch (error) {
      if (!(error instanceof FormatRefused) || format === 'json') throw error;
      format = 'json';
      return askOnce({ ...asked, format }, signal);
    }
  };
  return {
    source: 'service', pieceMs, understands: () => true,
    async transcribe(sound, hints, signal) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await ask({ service, sound, hints }, signal);
        } catch (error) {
          signal.throwIfAborted();
          if (!(error instanceof SpeechFailed) || error.why === 'refused' || attempt >= tries) throw error;
          await pause(waits[attempt - 1] ?? 0, undefined, { signal });
        }
      }
    },
  };
}

class FormatRefused extends SpeechFailed {}

async function askOnce(asked: Asked, signal: AbortSignal): Promise<Heard[]> {
  const { service: { url, key }, sound } = asked;
  const within = AbortSignal.timeout(patienceMs + msOf(sound));
  try {
    // A redirect could lead inside the network of this server: none is followed.
    const response = await fetch(`${url}/audio/transcriptions`, {
      method: 'POST', body: formOf(asked), redirect: 'manual', signal: AbortSignal.any([signal, within]),
      headers: { accept: 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw faultOf(response.status);
    }
    const heard = readAnswer(jsonOf(await readWithin(response)), msOf(sound));
    if (heard === null) throw new SpeechFailed('away', 'the speech service answered something else than a transcription');
    return heard;
  } catch (error) {
    if (error instanceof SpeechFailed) throw error;
    signal.throwIfAborted();
    throw new SpeechFailed('away', within.aborted ? 'the speech service did not answer in time' : 'the speech service cannot be reached', error);
  }
}

function formOf({ service: { model }, sound, hints: { language, prompt }, format }: Asked): FormData {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(wavOf(sound))], { type: 'audio/wav' }), 'turn.wav');
  form.set('model', model);
  form.set('response_format', format);
  form.set('temperature', '0');
  if (language !== null) form.set('language', language.split('-')[0] ?? language);
  if (prompt !== '') form.set('prompt', prompt);
  if (format === 'verbose_json') for (const part of ['segment', 'word']) form.append('timestamp_granularities[]', part);
  return form;
}

function faultOf(status: number): SpeechFailed {
  if (status === 400 || status === 422) return new FormatRefused('refused', `the speech service answered ${status}`);
  return new SpeechFailed(status === 408 || status === 429 || status >= 500 ? 'away' : 'refused', `the speech service answered ${status}`);
}

async function readWithin({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > mostBytes) throw new SpeechFailed('away', 'the speech service answered too much');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonOf(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch (error) {
    // The parser quotes what it could not read; that must not be logged.
    throw new SpeechFailed('away', `the speech service answered no JSON (${error instanceof Error ? error.name : 'unreadable'})`);
  }
}
