import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { CommandId, Recorded, RoomId } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import type { DeepReadonly } from '@yaji/kit';
import type { Log } from '@yaji/platform';
import type { Room } from '@yaji/salon';
import { tellLevels } from '../listening/levels.ts';
import { watchSpeaker } from '../listening/not-heard.ts';
import { bookOpenSpeech, keepOpenSpeech } from '../listening/open-speech.ts';
import { keepLedger, type SpeechLedger } from '../listening/speech-ledger.ts';
import type { MediaNotice } from '../node/notices.ts';
import { type Card, openProgram } from '../program/program.ts';
import { DiskGauge, freeBytesAt } from '../recorder/disk/disk-gauge.ts';
import type { DiskLimits } from '../recorder/disk/disk-level.ts';
import { closeTap, recordSent } from '../recorder/taps.ts';
import { watchRecording } from '../recorder/watch-recording.ts';
import { type PushingOptions, watchPushes } from '../stream/push/watch-pushes.ts';
import { watchOverdraft } from './overdraft.ts';
import { reconcile } from './reconcile.ts';
import { sceneOf } from './scene.ts';
import { newStudio, type Studio } from './studio.ts';

/** A room that nobody is connected to is let go after this time. */
const idleMs = 30_000;

/**
 * `dataDir`: where the files of this installation are. `tell`: says what the people of a room should know, to whoever relays it. `freeBytes`: of
 * the disk with the files. `card`: what a stream shows while nobody is seen. `ffmpeg`: converts what is
 * not VP8.
 */
export type StudiosOptions = {
  engine: Engine; log: Log; dataDir: string; tell: (roomId: RoomId, notice: MediaNotice) => void; ledger: SpeechLedger;
  diskLimits: DiskLimits; freeBytes?: (() => Promise<number>) | undefined; card: Card; ffmpeg: string; pushing: PushingOptions;
};
/** `touch`: somebody is about to come. */
type Open = { studio: Studio; touch: () => void; close: () => Promise<void> };

/** The rooms that this node carries: each is followed from its first client until some time after its last. */
export class Studios {
  private readonly open = new Map<RoomId, Promise<Open>>();

  private readonly disk: DiskGauge;

  constructor(private readonly options: StudiosOptions) {
    const { log, dataDir, diskLimits: limits, freeBytes = () => freeBytesAt(dataDir) } = options;
    this.disk = new DiskGauge({
      limits, log, freeBytes,
      isUsed: async () => (await this.all()).some(({ scene }) => scene.recording),
      changed: async () => {
        for (const studio of await this.all()) for (const sent of studio.sent.values()) recordSent(studio, sent);
      },
    });
  }

  /** Rejects when the room's log cannot be read. */
  async enter(roomId: RoomId): Promise<Studio> {
    const opening = this.open.get(roomId) ?? this.openOne(roomId);
    this.open.set(roomId, opening);
    opening.catch(() => this.open.delete(roomId));
    const { studio, touch } = await opening;
    touch();
    return studio;
  }

  async all(): Promise<Studio[]> {
    const open = await Promise.allSettled(this.open.values());
    return open.flatMap((one) => (one.status === 'fulfilled' ? [one.value.studio] : []));
  }

  /** Everything recorded is on disk when this resolves. */
  async close(): Promise<void> {
    this.disk.stop();
    const open = await Promise.allSettled(this.open.values());
    this.open.clear();
    await Promise.all(open.map(async (one) => one.status === 'fulfilled' && one.value.close()));
  }

  private async openOne(roomId: RoomId): Promise<Open> {
    const { engine, log, dataDir, tell, ledger, card, ffmpeg, pushing } = this.options;
    const studio = newStudio({ roomId, folder: join(dataDir, 'rooms', roomId, 'tracks'), log, disk: this.disk, programOf: (made) => openProgram(made, { card, ffmpeg }) });
    const unfollow = await engine.follow(roomId, (records, room) => this.hear(studio, records, room));
    see(studio, (await engine.now(roomId)).room);
    const idleness = watchIdleness(studio, () => void this.letGo(roomId));
    const endings = [
      unfollow, await keepLedger(studio, ledger), watchSpeaker(studio, (notice) => tell(roomId, { kind: 'notHeard', ...notice })),
      watchRecording(studio, (troubles) => tell(roomId, { kind: 'recordingTrouble', troubles })), tellLevels(studio), watchOverdraft(studio), keepOpenSpeech(studio, engine), idleness.stop,
      watchPushes(studio, { ...pushing, engine, tell: (states) => tell(roomId, { kind: 'pushStates', states }) }),
    ];
    return {
      studio, touch: idleness.touch,
      close: async () => {
        for (const end of endings) end();
        await bookOpenSpeech(studio, engine);
        await shut(studio);
      },
    };
  }

  private async letGo(roomId: RoomId): Promise<void> {
    const opened = this.open.get(roomId);
    this.open.delete(roomId);
    await (await opened)?.close();
  }

  private hear(studio: Studio, records: readonly Recorded[], room: DeepReadonly<Room>): void {
    see(studio, room);
    for (const record of records) {
      if (record.type === 'TurnEnded') void this.measure(studio, record.data.turn);
      if (record.type === 'FloorModeSet' || record.type === 'RoomClosed') void bookOpenSpeech(studio, this.options.engine);
    }
  }

  /** A turn that this node heard nothing of (spoken in the hall, say) stays unmeasured. */
  private async measure({ roomId, speech, log }: Studio, turn: number): Promise<void> {
    const meter = speech.get(turn);
    if (!meter) return;
    try {
      const command = { type: 'floor.measure' as const, data: { turn, speechMs: meter.speechMs } };
      const outcome = await this.options.engine.handle(roomId, command, { by: null, commandId: randomUUID() as CommandId });
      if (!outcome.ok) log.info({ roomId, turn, code: outcome.refusal.code }, 'a measured turn was not taken');
    } catch (cause) {
      log.error({ roomId, turn, err: cause }, 'a measured turn could not be written');
    }
  }
}

/** Calls back once nobody has been connected, or about to be, for a while. */
function watchIdleness({ sessions }: Studio, call: () => void): { touch: () => void; stop: () => void } {
  let usedAt = Date.now();
  const touch = (): void => { usedAt = Date.now(); };
  const looking = setInterval(() => {
    if (sessions.size > 0) touch();
    if (Date.now() - usedAt > idleMs) call();
  }, idleMs / 6);
  return { touch, stop: () => clearInterval(looking) };
}

function see(studio: Studio, room: DeepReadonly<Room>): void {
  const before = studio.scene;
  const scene = sceneOf(room);
  studio.scene = scene;
  for (const session of studio.sessions) {
    const { participantId } = session;
    const routesChanged = before.sources !== scene.sources || before.plan.listeners.has(participantId) !== scene.plan.listeners.has(participantId);
    if (routesChanged) studio.stale.add(session);
  }
  reconcile(studio);
}

async function shut(studio: Studio): Promise<void> {
  for (const sent of studio.sent.values()) void closeTap(studio, sent);
  await Promise.all(studio.finishing);
  for (const session of [...studio.sessions]) session.end();
  const booths = await Promise.allSettled(studio.booths.values());
  for (const booth of booths) if (booth.status === 'fulfilled') booth.value.router.close();
}
