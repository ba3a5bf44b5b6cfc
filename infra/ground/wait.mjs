import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks `condition` again and again until it answers something true, and answers that. After `withinMs` it rejects with
 * `otherwise` (an Error, or a function that makes one).
 * @template T
 * @param {() => T | Promise<T>} condition
 * @param {{ withinMs: number, everyMs?: number, otherwise: Error | (() => Error), signal?: AbortSignal | undefined }} options
 * @returns {Promise<T>}
 */
export async function until(condition, { withinMs, everyMs = 50, otherwise, signal }) {
  const deadline = performance.now() + withinMs;
  for (;;) {
    signal?.throwIfAborted();
    const answer = await condition();
    if (answer) return answer;
    if (performance.now() >= deadline) throw typeof otherwise === 'function' ? otherwise() : otherwise;
    await pause(everyMs, undefined, { signal });
  }
}
