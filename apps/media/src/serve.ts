import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RoomId } from '@yaji/contracts';
import { nodeOfRoom } from '@yaji/messaging';
import { type Configuration, createTokens, type Ground, listenFault, type Log, nestLog, openStorage, type Running, StartFault } from '@yaji/platform';
import type { Redis } from 'ioredis';
import { setLogEventListeners } from 'mediasoup';
import { announceNode } from './node/announcing.ts';
import { showFigures } from './node/figures.ts';
import { type MediaGround, openGround } from './node/ground.ts';
import { type MediaNode, startMediaNode } from './node/media-node.ts';
import { MediaModule } from './node/media.module.ts';
import { redisNotices } from './node/notices.ts';
import { portsOf } from './node/ports-of.ts';
import { connectRedis } from './node/redis.ts';
import { redisSpeechLedger } from './node/speech-ledger.ts';
import { type TrackUpload, uploadTracks } from './recorder/upload/upload-tracks.ts';
import { MediaAdapter } from './session/media-adapter.ts';

/** Starts the media node: workers, door, heartbeat. Throws `StartFault` for what a person must mend. */
export async function serve({ configuration, log, metrics, ...drain }: Ground): Promise<Running> {
  const draining = (): boolean => drain.draining();
  const ports = portsOf(configuration);
  setLogEventListeners({
    onwarn: (about, said) => log.debug({ about }, said),
    onerror: (about, said, err) => log.error({ about, err }, said),
  });
  const ground = await openGround(configuration, log);
  const redis = connectRedis(configuration.redisUrl);
  const nodeId = randomUUID();
  const node = await startWorkers({ configuration, ground, redis, log, draining, ports, nodeId });
  const upload = await startUpload(configuration, log);
  showFigures(metrics, node);
  const health = { probes: [{ name: 'postgres', check: ground.askPostgres }, workersProbe(node)], metrics, log, secret: configuration.secret, draining };
  const app = await NestFactory.create<NestExpressApplication>(MediaModule.with(node, health), { logger: nestLog(log), ...tlsOf(configuration), abortOnError: false });
  app.useWebSocketAdapter(new MediaAdapter(app));
  // The address of an encoder behind a proxy on this machine is its own.
  app.set('trust proxy', 'loopback');
  await listen(app, configuration);
  const takeLeave = announceNode(ground.messaging.mediaNodes, node, { nodeId, url: configuration.mediaUrl });
  log.info({ port: configuration.mediaPort, workers: node.pool.all.length, rtcPort: configuration.mediaRtcPort }, 'the media node is up');
  return {
    close: async () => {
      await takeLeave();
      await node.close();
      await upload?.close();
      redis.disconnect();
      await app.close();
      await ground.close();
    },
  };
}

type Starting = Pick<Ground, 'configuration' | 'log'> & { draining: () => boolean; ground: MediaGround; redis: Redis; ports: ReturnType<typeof portsOf>; nodeId: string };

async function startWorkers({ configuration, ground, redis, log, draining, ports, nodeId }: Starting): Promise<MediaNode> {
  const { secret, dataDir, diskLimits, ffmpeg, streamRooms, pushPrivate } = configuration;
  try {
    return await startMediaNode({
      engine: ground.engine, tokens: createTokens(secret), log, dataDir: resolve(dataDir), ports, isDraining: draining,
      tell: redisNotices(redis, log), ledger: redisSpeechLedger(redis, log), diskLimits,
      ingest: { keys: ground.ingestKeys, presence: ground.messaging.presence }, stream: { ffmpeg, most: streamRooms },
      pushes: { addresses: ground.pushAddresses, isHome: isHomeOf(ground, nodeId), allowPrivate: pushPrivate },
    });
  } catch (error) {
    throw listenFault(ports.listenIp, ports.firstPort, 'YAJI_MEDIA_RTC_PORT', error) ?? workerFault(error);
  }
}

/** While it is not known which nodes there are, this one takes itself for the only one. */
const isHomeOf = ({ messaging }: MediaGround, nodeId: string) => async (roomId: RoomId): Promise<boolean> => {
  const alive = await messaging.mediaNodes.list();
  return alive === 'unknown' || nodeOfRoom(roomId, alive)?.nodeId === nodeId;
};

/** Files on a disk are where they belong. A bucket is not asked first: who speaks does not wait for it. */
async function startUpload(configuration: Configuration, log: Log): Promise<TrackUpload | null> {
  if (configuration.storage.kind === 'disk') return null;
  const { dataDir, keepLocalTracks } = configuration;
  return uploadTracks({ storage: await openStorage(configuration), dataDir: resolve(dataDir), log, keepLocal: keepLocalTracks });
}

/** mediasoup tells of a taken port only in words. */
function workerFault(error: unknown): StartFault {
  const why = error instanceof Error ? error.message : String(error);
  return new StartFault(`The media workers do not start (${why}): set MEDIASOUP_WORKER_BIN to a mediasoup worker, or YAJI_MEDIA_RTC_PORT to free ports; \`npm start\` brings its own.`, { cause: error });
}

const workersProbe = ({ pool }: MediaNode) => ({
  name: 'workers',
  check: async () => {
    if (pool.all.length === 0) throw new Error('no media worker lives');
  },
});

function tlsOf({ tls }: Configuration): { httpsOptions?: { cert: Buffer; key: Buffer } } {
  if (!tls) return {};
  try {
    return { httpsOptions: { cert: readFileSync(tls.cert), key: readFileSync(tls.key) } };
  } catch (error) {
    throw new StartFault('The certificate cannot be read: set YAJI_TLS_CERT and YAJI_TLS_KEY to readable PEM files.', { cause: error });
  }
}

async function listen(app: INestApplication, { host, mediaPort }: Configuration): Promise<void> {
  try {
    await app.listen(mediaPort, host);
  } catch (error) {
    throw listenFault(host, mediaPort, 'YAJI_MEDIA_PORT', error) ?? error;
  }
}
