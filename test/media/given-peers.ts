import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { MediaRequestName, MediaSource } from '@yaji/contracts';
import type { Order, Report } from './peers/main.ts';
import type { Perceived } from './peers/peer.ts';
import type { Opened, Watched } from './peers/watcher.ts';

export type GivenPeer = {
  said(): Promise<string[]>;
  ask(name: MediaRequestName | 'nonsense', asked: unknown): Promise<{ ok: true; data: Record<string, unknown> } | { ok: false; error: string }>;
  send(source: MediaSource, frequency?: number): Promise<string>;
  receive(video?: boolean): Promise<void>;
  perceives(): Promise<Perceived[]>;
  resetLoud(): Promise<void>;
  silence(): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  transportIds(): Promise<string[]>;
  restartIce(): Promise<void>;
  close(): Promise<void>;
};
export type GivenWatcher = { perceives(): Promise<Watched>; end(): Promise<number>; close(): Promise<void> };
export type GivenPeers = {
  connect(url: string, token: unknown): Promise<GivenPeer>;
  /** By WHEP; `opened`: what was answered to the offer. */
  watch(url: string, token: string): Promise<{ watcher: GivenWatcher; opened: Opened }>;
  end(): void;
};

/** WebRTC clients in a process of their own. */
export function givenPeers(): GivenPeers {
  const child = fork(fileURLToPath(new URL('peers/main.ts', import.meta.url)), { execArgv: ['--no-warnings'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (cause: Error) => void }>();
  let orders = 0;
  child.on('message', (report: Report) => {
    const order = waiting.get(report.id);
    waiting.delete(report.id);
    if ('error' in report) order?.reject(new Error(report.error));
    else order?.resolve(report.result);
  });
  const order = (peer: string, does: string, given: unknown[]): Promise<unknown> => new Promise((resolve, reject) => {
    orders += 1;
    waiting.set(orders, { resolve, reject });
    child.send({ id: orders, peer, does, with: given } satisfies Order);
  });
  let peers = 0;
  const speakTo = (name: string): GivenPeer & GivenWatcher => new Proxy({} as GivenPeer & GivenWatcher, {
    get: (_, does) => (does === 'then' ? undefined : (...given: unknown[]) => order(name, String(does), given)),
  });
  return {
    connect: async (url, token) => {
      peers += 1;
      const name = `peer ${peers}`;
      await order(name, 'connect', [url, token]);
      return speakTo(name);
    },
    watch: async (url, token) => {
      peers += 1;
      const name = `watcher ${peers}`;
      const opened = await order(name, 'watch', [url, token]) as Opened;
      return { watcher: speakTo(name), opened };
    },
    end: () => void child.kill('SIGKILL'),
  };
}
