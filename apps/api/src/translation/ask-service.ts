import { Language, text } from '@yaji/contracts';
import { tongueOf } from '@yaji/salon';
import { z } from 'zod';

/** Where a service answers that speaks LibreTranslate's HTTP (docs.libretranslate.com); without a slash at the end. */
export type Service = { url: string; key: string | null };

/** `source` null: the service is to find out. */
export type Asked = { text: string; source: Language | null; target: Language };
/** `detected`: what the service found out, as it names languages; null: nothing, or it was not asked to. */
export type Answered = { text: string; detected: Language | null };

/**
 * `away`: it may work when asked again. `refused`: this text or pair of languages is not taken. `wrong`: not the service that was
 * expected. Says nothing of what was asked or answered: both are what people wrote, and errors are logged.
 */
export class TranslationFailed extends Error {
  override readonly name = 'TranslationFailed';

  constructor(readonly why: 'away' | 'refused' | 'wrong', what: string, cause?: unknown) {
    super(`the translation service ${what}`, { cause });
  }
}

/** A question has a thousand characters at most; a Chinese one becomes four times as long in English. */
const mostCharacters = 8_000;
const mostBytes = 64 * 1_024;

const Detected = z.object({ language: Language, confidence: z.number().optional() });
const Translated = z.object({ translatedText: text(mostCharacters), detectedLanguage: Detected.optional().catch(undefined) });

/** Asks once. Rejects with `TranslationFailed`. `signal` bounds the time until the last byte. */
export async function askService({ url, key }: Service, { text: q, source, target }: Asked, signal: AbortSignal): Promise<Answered> {
  const body = { q, source: source === null ? 'auto' : tongueOf(source), target: tongueOf(target), format: 'text', ...(key === null ? {} : { api_key: key }) };
  const said = await answerOf(url, JSON.stringify(body), signal);
  const read = Translated.safeParse(said);
  if (!read.success) throw new TranslationFailed('wrong', 'answered something else than a translation');
  const { translatedText, detectedLanguage } = read.data;
  // Found nothing is told as English with confidence nought.
  return { text: translatedText, detected: detectedLanguage && detectedLanguage.confidence !== 0 ? detectedLanguage.language : null };
}

async function answerOf(url: string, body: string, signal: AbortSignal): Promise<unknown> {
  try {
    // A redirect could lead inside the network of this server: none is followed, and so only the address that the operator wrote is ever asked.
    const response = await fetch(`${url}/translate`, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body, redirect: 'manual', signal });
    if (response.status === 200) return readJson(await readWithin(response, mostBytes));
    await response.body?.cancel();
    throw new TranslationFailed(whyOf(response.status), `answered ${response.status}`);
  } catch (error) {
    if (error instanceof TranslationFailed) throw error;
    throw new TranslationFailed('away', signal.aborted ? 'did not answer in time' : 'cannot be reached', error);
  }
}

function whyOf(status: number): TranslationFailed['why'] {
  if (status === 400) return 'refused';
  return status === 429 || status >= 500 ? 'away' : 'wrong';
}

async function readWithin({ body }: Response, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    // Leaving the loop ends the answer.
    if (size > most) throw new TranslationFailed('wrong', 'answered too much');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readJson(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch (error) {
    // The parser quotes what it could not read; that must not be logged.
    throw new TranslationFailed('wrong', `answered no JSON (${error instanceof Error ? error.name : 'unreadable'})`);
  }
}
