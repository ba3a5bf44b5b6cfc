import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Posted, Publication } from './encoder/encoder.ts';
import type { Order, Report } from './encoder/main.ts';

export type GivenEncoder = {
  publish(publication: Publication): Promise<Posted>;
  state(): Promise<string>;
  /** DELETE; answers its status. */
  end(): Promise<number>;
  /** Ends the process and ffmpeg with it, without a word to the node. */
  cut(): void;
};

/** A hardware encoder or OBS, in a process of its own. */
export function givenEncoder(): GivenEncoder {
  const child = fork(fileURLToPath(new URL('encoder/main.ts', import.meta.url)), { execArgv: ['--no-warnings'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (cause: Error) => void }>();
  let orders = 0;
  child.on('message', (report: Report) => {
    const order = waiting.get(report.id);
    waiting.delete(report.id);
    if ('error' in report) order?.reject(new Error(report.error));
    else order?.resolve(report.result);
  });
  const order = <T>(does: Order['does'], ...given: unknown[]): Promise<T> => new Promise<unknown>((resolve, reject) => {
    orders += 1;
    waiting.set(orders, { resolve, reject });
    child.send({ id: orders, does, with: given } satisfies Order);
  }) as Promise<T>;
  return {
    publish: (publication) => order('publish', publication),
    state: () => order('state'),
    end: () => order('end'),
    cut: () => { if (child.connected) child.disconnect(); },
  };
}
