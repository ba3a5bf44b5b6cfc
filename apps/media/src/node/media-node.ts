import { availableParallelism } from 'node:os';
import type { Engine } from '@yaji/engine';
import type { Log, Tokens } from '@yaji/platform';
import type { RoomId } from '@yaji/contracts';
import type { NotHeard } from '../listening/not-heard.ts';
import type { SpeechLedger } from '../listening/speech-ledger.ts';
import { Streams, type StreamsOptions } from '../stream/streams.ts';
import { Studios } from '../studio/studios.ts';
import type { MediaWorker, Ports } from '../workers/media-worker.ts';
import { WorkerPool } from '../workers/worker-pool.ts';

/** What this node is made of. */
export type MediaNode = {
  readonly pool: WorkerPool; readonly studios: Studios; readonly streams: Streams; readonly tokens: Tokens; readonly log: Log; readonly isDraining: () => boolean;
  /** Sends every client away, finishes what is recorded and ends the workers. */
  readonly close: () => Promise<void>;
};
export const MEDIA_NODE = Symbol('MediaNode');

export type MediaNodeOptions = {
  engine: Engine; tokens: Tokens; log: Log; dataDir: string; ports: Ports; isDraining: () => boolean;
  tell: (roomId: RoomId, notice: NotHeard) => void; ledger: SpeechLedger;
  stream: Pick<StreamsOptions, 'ffmpeg' | 'most' | 'idleMs'>;
  /** mediasoup processes; one per core when left out. */
  workers?: number;
};

/** Starts the workers. Rejects when one cannot start. */
export async function startMediaNode({ engine, tokens, log, dataDir, ports, isDraining, tell, ledger, stream, workers = availableParallelism() }: MediaNodeOptions): Promise<MediaNode> {
  const streams = new Streams({ ...stream, dataDir, log });
  streams.sweep().catch((cause: unknown) => log.warn({ err: cause }, 'old streams could not be cleared away'));
  const studios = new Studios({ engine, log, dataDir, tell, ledger, card: streams.cardNow });
  const pool = new WorkerPool(ports, log, (worker) => void sendAway(studios, worker));
  await pool.start(workers);
  return {
    pool, studios, streams, tokens, log, isDraining,
    close: async () => {
      await sendAway(studios, null);
      await streams.close();
      await studios.close();
      pool.close();
    },
  };
}

/** Tells the clients of one worker, or all, to come back: they are given another worker, or another node. */
async function sendAway(studios: Studios, worker: MediaWorker | null): Promise<void> {
  for (const studio of await studios.all()) {
    for (const session of [...studio.sessions]) {
      if (worker && session.booth.worker !== worker) continue;
      session.say('leaving');
      session.end();
    }
  }
}
