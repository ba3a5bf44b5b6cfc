import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/**
 * Sends what is read as fast as it is taken. `describe` sets the headers once the first byte is there: a storage that is away is answered
 * as a problem, without them. Whoever goes away, as players do when they jump, ends the reading; that is no error.
 */
export async function sendFile(source: Readable, response: Response, describe: () => void): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => {
    if (!source.errored) gone.abort();
    source.destroy();
  });
  try {
    await once(source, 'readable', { signal: gone.signal });
    describe();
    await pipeline(source, response);
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
}
