import type { Job } from '@yaji/contracts';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { takeOutbox } from './take-outbox.ts';

export type RelayOptions = {
  /** Where the jobs go. What it rejects is offered again later. */
  hand: (job: Job) => Promise<void>;
  report: (error: Error) => void;
  /** So often is looked without being woken. Default 5,000. */
  lookEveryMs?: number;
};

const pauseMs = 1_000;

/** Carries the jobs of the outbox to where they are done, woken by Postgres as soon as one is written. */
export function relayOutbox(source: DataSource, options: RelayOptions): { stop(): Promise<void> } {
  const { lookEveryMs = 5_000, report } = options;
  let stopped = false;
  let woken = true;
  let work: Promise<void> | null = null;
  const look = (): void => {
    woken = true;
    if (stopped || work) return;
    work = empty().catch((error: unknown) => { report(asError(error)); }).finally(() => { work = null; });
  };
  const empty = async (): Promise<void> => {
    while (woken && !stopped) {
      woken = false;
      const { handed, failures } = await takeOutbox(source, options.hand);
      for (const failure of failures) report(failure);
      if (handed > 0 && failures.length === 0) woken = true;
    }
  };
  const looking = setInterval(look, lookEveryMs);
  const listening = listen(source, look, report);
  look();
  return {
    async stop() {
      stopped = true;
      clearInterval(looking);
      await listening.stop();
      await work;
    },
  };
}

/** A connection of its own that hears when something was put into the outbox; made again when it is lost. */
function listen(source: DataSource, heard: () => void, report: (error: Error) => void): { stop(): Promise<void> } {
  let stopped = false;
  let current: Client | null = null;
  let again: ReturnType<typeof setTimeout> | null = null;
  const connect = async (): Promise<void> => {
    const client = new Client({ connectionString: (source.options as { url: string }).url, keepAlive: true });
    current = client;
    client.on('notification', heard);
    client.once('error', (error: Error) => { lost(client, error); });
    client.once('end', () => { lost(client, null); });
    try {
      await client.connect();
      await client.query('listen outbox');
      heard();
    } catch (error) {
      lost(client, asError(error));
    }
  };
  const lost = (client: Client, error: Error | null): void => {
    if (stopped || client !== current) return;
    current = null;
    if (error) report(error);
    client.end().catch(report);
    again = setTimeout(() => void connect(), pauseMs);
  };
  void connect();
  return {
    async stop() {
      stopped = true;
      if (again) clearTimeout(again);
      await current?.end();
    },
  };
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));
