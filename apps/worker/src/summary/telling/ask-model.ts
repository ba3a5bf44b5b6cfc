import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

/** A chat endpoint that speaks OpenAI's HTTP (`POST {url}/chat/completions`); `url` without a slash at the end. */
export type Model = { url: string; key: string | null; model: string };
export type Message = { role: 'system' | 'user' | 'assistant'; content: string };
/** `answerWithinMs`: one answer; another try comes after each pause, more or less. */
export type Patience = { answerWithinMs: number; pausesMs: readonly number[] };

/**
 * `away`: it may work another time. `slow`: no answer in time. `refused`: it does not want this question or this key. `wrong`: not what was expected there.
 * Says nothing of what was asked or answered: both are what people said, and errors are logged.
 */
export class ModelFailed extends Error {
  override readonly name = 'ModelFailed';

  constructor(readonly why: 'away' | 'slow' | 'refused' | 'wrong', what: string, cause?: unknown) {
    super(`the language service ${what}`, { cause });
  }
}

/** Five sentences in two languages are a few kilobytes. */
const mostBytes = 256 * 1_024;
const mostTokens = 2_000;
/** Longer than this nobody is waited for, whatever the service asks. Milliseconds. */
const longestPauseMs = 20_000;

const Completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }), finish_reason: z.string().nullish() })).min(1) });

/** Asks until there is an answer or no more tries; answers its text. Rejects with `ModelFailed`, or with the signal's reason when that is what ended it. */
export async function askModel(model: Model, messages: readonly Message[], signal: AbortSignal, { answerWithinMs, pausesMs }: Patience): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await askOnce(model, messages, AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]));
    } catch (error) {
      signal.throwIfAborted();
      const pause = pausesMs[tries];
      if (!(error instanceof Busy) || pause === undefined) throw error instanceof Busy ? error.failure : error;
      await wait(Math.min(longestPauseMs, Math.max(pause, error.restMs)), undefined, { signal });
    }
  }
}

/** It said that it is worth asking again. */
class Busy extends Error {
  override readonly name = 'Busy';

  constructor(readonly failure: ModelFailed, readonly restMs: number) {
    super(failure.message);
  }
}

async function askOnce({ url, key, model }: Model, messages: readonly Message[], signal: AbortSignal): Promise<string> {
  const body = JSON.stringify({ model, messages, temperature: 0, max_tokens: mostTokens, stream: false });
  const headers = { 'content-type': 'application/json', accept: 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) };
  try {
    // A redirect could lead inside the network of this server: none is followed, and so only the address that the operator wrote is ever asked.
    const response = await fetch(`${url}/chat/completions`, { method: 'POST', headers, body, redirect: 'manual', signal });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw failureOf(response);
    }
    return contentOf(await readWithin(response));
  } catch (error) {
    if (error instanceof ModelFailed || error instanceof Busy) throw error;
    throw signal.aborted ? new ModelFailed('slow', 'did not answer in time', error) : new ModelFailed('away', 'cannot be reached', error);
  }
}

function failureOf({ status, headers }: Response): ModelFailed | Busy {
  if (status === 429 || status >= 500) {
    const seconds = Number(headers.get('retry-after') ?? 0);
    return new Busy(new ModelFailed('away', `answered ${status}`), Number.isFinite(seconds) ? seconds * 1_000 : 0);
  }
  return new ModelFailed(status >= 400 ? 'refused' : 'wrong', `answered ${status}`);
}

function contentOf(said: string): string {
  const [choice] = Completion.safeParse(readJson(said)).data?.choices ?? [];
  if (!choice) throw new ModelFailed('wrong', 'answered something else than a completion');
  if (choice.message.refusal || choice.finish_reason === 'content_filter') throw new ModelFailed('refused', 'refused the text');
  return choice.message.content ?? '';
}

async function readWithin({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    // Leaving the loop ends the answer.
    if (size > mostBytes) throw new ModelFailed('wrong', 'answered too much');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Null where it is none. The parser quotes what it could not read, and that must not be logged. */
export function readJson(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
