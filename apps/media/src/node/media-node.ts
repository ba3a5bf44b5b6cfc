import { availableParallelism } from 'node:os';
import type { Engine } from '@yaji/engine';
import type { Presence } from '@yaji/messaging';
import type { IngestKeys, PushAddresses } from '@yaji/persistence';
import type { Log, Tokens } from '@yaji/platform';
import { openPushRooms } from '../stream/push/push-rooms.ts';
import type { PushingOptions } from '../stream/push/watch-pushes.ts';
import { Streams, type StreamsOptions } from '../stream/streams.ts';
import { Studios, type StudiosOptions } from '../studio/studios.ts';
import type { MediaWorker, Ports } from '../workers/media-worker.ts';
import { WorkerPool } from '../workers/worker-pool.ts';

/** What encoders need beside the room: whether their keys stand, and to say that their persons are here. */
export type IngestPorts = { readonly keys: Pick<IngestKeys, 'hold'>; readonly presence: Pick<Presence, 'touch'> };

/** What pushes need beside the room: where they go, and whether a room is this node's. */
export type PushPorts = Pick<PushingOptions, 'isHome' | 'allowPrivate' | 'giveUpMs'> & { readonly addresses: Pick<PushAddresses, 'find' | 'rooms' | 'clear'> };

/** What this node is made of. */
export type MediaNode = {
  readonly pool: WorkerPool; readonly studios: Studios; readonly streams: Streams; readonly engine: Engine; readonly ingest: IngestPorts;
  readonly tokens: Tokens; readonly log: Log; readonly isDraining: () => boolean;
  /** Sends every client away, finishes what is recorded and ends the workers. */
  readonly close: () => Promise<void>;
};
export const MEDIA_NODE = Symbol('MediaNode');

export type MediaNodeOptions = Omit<StudiosOptions, 'card' | 'pushing' | 'ffmpeg'> & {
  tokens: Tokens; ports: Ports; isDraining: () => boolean; ingest: IngestPorts; stream: Pick<StreamsOptions, 'ffmpeg' | 'most' | 'idleMs'>; pushes: PushPorts;
  /** mediasoup processes; one per core when left out. */
  workers?: number;
};

/** Starts the workers. Rejects when one cannot start. */
export async function startMediaNode({ tokens, ports, isDraining, ingest, stream, pushes, workers = availableParallelism(), ...ofRooms }: MediaNodeOptions): Promise<MediaNode> {
  const { log, engine, dataDir } = ofRooms;
  const streams = new Streams({ ...stream, dataDir, log });
  streams.sweep().catch((cause: unknown) => log.warn({ err: cause }, 'old streams could not be cleared away'));
  const studios = new Studios({ ...ofRooms, card: streams.cardNow, ffmpeg: stream.ffmpeg, pushing: { ...pushes, ffmpeg: stream.ffmpeg, ready: () => streams.cardIsMade() } });
  const leavePushRooms = openPushRooms({ ...pushes, engine, studios, log });
  const pool = new WorkerPool(ports, log, (worker) => void sendAway(studios, worker));
  await pool.start(workers);
  return {
    pool, studios, streams, engine, ingest, tokens, log, isDraining,
    close: async () => {
      leavePushRooms();
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
