import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import type { AnyCommand, CommandId, ParticipantId, Place, PushId, PushState, RecordingTrouble, Role, RoomId, RoomRules } from '@yaji/contracts';
import { createEngine, type Engine, memoryBell, memoryEventStore } from '@yaji/engine';
import type { PushAddress } from '@yaji/persistence';
import { createLog, createMetrics, createTokens } from '@yaji/platform';
import { defaultRules } from '@yaji/salon';
import type { NotHeard } from '../../apps/media/src/listening/not-heard.ts';
import type { MediaNotice } from '../../apps/media/src/node/notices.ts';
import { type MediaNode, startMediaNode } from '../../apps/media/src/node/media-node.ts';
import { MediaModule } from '../../apps/media/src/node/media.module.ts';
import { MediaAdapter } from '../../apps/media/src/session/media-adapter.ts';
import { freePort } from '../support/free-port.ts';
import { ffmpeg } from './track-file.ts';
import { workerBin } from './worker-bin.ts';

const secret = 'a secret of more than thirty-two characters';
const title = { en: 'Trial' };
export const diskLimits = { warnBytes: 5e9, videoBytes: 2e9, soundBytes: 25e7 };

/** A media node with real mediasoup workers on an engine in memory, and one room. */
export type GivenNode = {
  node: MediaNode; engine: Engine; url: string; roomId: RoomId; folder: string; notices: NotHeard[];
  /** What was told of the recording, each time. */
  troubles: (readonly RecordingTrouble[])[];
  /** What was told of pushes, each time. */
  pushStates: (readonly PushState[])[];
  /** Where pushes go. */
  addresses: Map<PushId, PushAddress>;
  say(command: AnyCommand, by?: ParticipantId | null): Promise<void>;
  enter(name: string, role: Role, place?: Place): Promise<ParticipantId>;
  passOf(participantId: ParticipantId): Promise<string>;
  /** A key that stands, until it is taken out of `keys`. */
  keyOf(participantId: ParticipantId): Promise<string>;
  keys: GivenKeys;
  streamUrlFor(participantId: ParticipantId): Promise<string>;
  /** Plans one more room on the same node, brings a listener in, and answers where its stream would be. */
  streamUrlOfAnotherRoom(): Promise<string>;
  close(): Promise<void>;
};

/** Keys of encoders that stand. */
export type GivenKeys = Set<string>;

export type Given = { workers?: number; rules?: Partial<RoomRules>; freeBytes?: () => Promise<number>; pushes?: { allowPrivate?: boolean; giveUpMs?: number } };

export async function givenNode({ workers = 1, rules = {}, freeBytes, pushes: pushing = {} }: Given = {}): Promise<GivenNode> {
  const log = createLog('media', 'warn');
  const folder = await mkdtemp(join(tmpdir(), 'yaji-media-'));
  const roomId = randomUUID() as RoomId;
  const engine = createEngine({ store: memoryEventStore(), bell: memoryBell(), now: Date.now, jobsOf: () => [], report: (error) => log.error({ err: error }, 'engine') });
  const tokens = createTokens(secret);
  const notices: NotHeard[] = [];
  const troubles: (readonly RecordingTrouble[])[] = [];
  const pushStates: (readonly PushState[])[] = [];
  const addresses = new Map<PushId, PushAddress>();
  const ports = { listenIp: '127.0.0.1', announcedIp: null, firstPort: await freePort(workers), workerBin: workerBin() };
  const ledger = { read: async () => 0, write: () => undefined };
  const tell = (_room: RoomId, notice: MediaNotice): void => {
    if (notice.kind === 'recordingTrouble') return void troubles.push(notice.troubles);
    if (notice.kind === 'pushStates') return void pushStates.push(notice.states);
    const { kind: _, ...notHeard } = notice;
    notices.push(notHeard);
  };
  const keys: GivenKeys = new Set();
  const ingest = { keys: { hold: async (ids: readonly string[]) => ids.filter((id) => keys.has(id)) }, presence: { touch: async () => undefined } };
  const pushes = { addresses: addressesIn(addresses, roomId), isHome: async () => true, allowPrivate: true, ...pushing };
  const stream = { ffmpeg, most: 1, idleMs: 3_000 };
  const node = await startMediaNode({ engine, tokens, log, dataDir: folder, ports, workers, isDraining: () => false, tell, ledger, ingest, diskLimits, freeBytes, stream, pushes });
  const health = { probes: [], metrics: createMetrics('media'), log, secret, draining: () => false };
  const module = await Test.createTestingModule({ imports: [MediaModule.with(node, health)] }).compile();
  const app = module.createNestApplication({ logger: false });
  app.useWebSocketAdapter(new MediaAdapter(app));
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const say = async (command: AnyCommand, by: ParticipantId | null = null): Promise<void> => {
    const outcome = await engine.handle(roomId, command, { by, commandId: randomUUID() as CommandId });
    if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.code}`);
  };
  await say(trialPlan(roomId, rules));
  return {
    node, engine, url, roomId, folder, notices, troubles, pushStates, addresses, say, keys,
    enter: async (name, role, place = 'remote') => {
      const participantId = randomUUID() as ParticipantId;
      const person = { participantId, role, organisationId: null, country: null, languages: [] };
      await say({ type: 'member.enter', data: { person, plate: { name: { en: name }, organisation: null }, place, message: null } });
      return participantId;
    },
    passOf: (participantId) => tokens.signMediaPass({ roomId, participantId }),
    keyOf: (participantId) => {
      const ingestId = randomUUID();
      keys.add(ingestId);
      return tokens.signIngest({ roomId, participantId, ingestId }, Date.now() + 3_600_000);
    },
    streamUrlOfAnotherRoom: async () => {
      const [otherId, participantId] = [randomUUID() as RoomId, randomUUID() as ParticipantId];
      const person = { participantId, role: 'attendee' as const, organisationId: null, country: null, languages: [] };
      const comes: AnyCommand = { type: 'member.enter', data: { person, plate: { name: { en: 'Elsewhere' }, organisation: null }, place: 'remote', message: null } };
      for (const command of [trialPlan(otherId, rules), comes]) {
        const outcome = await engine.handle(otherId, command, { by: null, commandId: randomUUID() as CommandId });
        if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.code}`);
      }
      return `${url}/stream/${await tokens.signStreamPass({ roomId: otherId, participantId })}/index.m3u8`;
    },
    streamUrlFor: async (participantId) => `${url}/stream/${await tokens.signStreamPass({ roomId, participantId })}/index.m3u8`,
    close: async () => {
      await node.close();
      await app.close();
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a small room begins with. */
export const trialPlan = (roomId: RoomId, rules: Partial<RoomRules> = {}): AnyCommand => ({
  type: 'room.open',
  data: {
    plan: {
      salonId: randomUUID() as never, roomId, title, languages: ['en'], agenda: [],
      rules: { ...defaultRules, recording: 'by-hand', ...rules },
    },
    people: [],
  },
});

const addressesIn = (addresses: ReadonlyMap<PushId, PushAddress>, roomId: RoomId) => ({
  find: async (_room: RoomId, pushId: PushId) => {
    const address = addresses.get(pushId);
    return address ? { pushId, label: 'Trial', madeAt: 0, address } : null;
  },
  rooms: async () => (addresses.size > 0 ? [roomId] : []), clear: async () => undefined,
});
