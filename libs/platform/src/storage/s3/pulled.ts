import { Readable } from 'node:stream';

/** How long a source may think about the next bytes once somebody waits for them. Milliseconds. */
const patienceMs = 30_000;

export type Pulling = {
  /** Asked once, when the first byte is wanted. The signal ends it. */
  open: (signal: AbortSignal) => Promise<AsyncIterable<Uint8Array>>;
  /** What to call a failure. */
  fault: (cause: unknown) => unknown;
  late: () => Error;
};

/**
 * A stream that asks its source for the next bytes only when a reader wants them: one who pauses holds everything back, for as long
 * as he likes, and one who goes away ends it.
 */
export function pulled({ open, fault, late }: Pulling): Readable {
  const ending = new AbortController();
  let opened: Promise<AsyncIterator<Uint8Array>> | null = null;
  const next = async (): Promise<IteratorResult<Uint8Array>> => {
    opened ??= open(ending.signal).then((source) => source[Symbol.asyncIterator]());
    return (await opened).next();
  };
  const stream: Readable = new Readable({
    read() {
      const waiting = setTimeout(() => stream.destroy(late()), patienceMs);
      next().then(({ done, value }) => stream.push(done ? null : value), (cause: unknown) => {
        const called = fault(cause);
        stream.destroy(called instanceof Error ? called : new Error(String(called)));
      }).finally(() => clearTimeout(waiting)).catch((bug: unknown) => stream.destroy(bug as Error));
    },
    destroy(error, done) {
      ending.abort();
      done(error);
    },
  });
  return stream;
}
