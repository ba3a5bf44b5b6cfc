import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ParticipantId, RoomId } from '@yaji/contracts';
import { createWorker, type types } from 'mediasoup';
import { SenderClock } from '../../apps/media/src/recorder/sync/sender-clock.ts';
import { startTap, type Tap } from '../../apps/media/src/recorder/tap.ts';
import { mediaCodecs } from '../../apps/media/src/workers/codecs.ts';
import { prepareGround } from '../pages/ground.ts';
import { benchOptions, type Goal, report } from './report.ts';

/**
 * What recording costs: five microphones (50 packets a second) and five cameras (1.2 Mbit/s) are put into a real mediasoup worker, first without and then with
 * the recorder's taps writing to disk. The difference of the processor time of both processes, for each track.
 */
const goals: Goal[] = [{ metric: 'corePercentPerTrack', atMost: 3 }];
const people = 5;
const [soundEveryMs, soundBytes, soundTicks] = [20, 100, 960];
const [pictureEveryMs, packetBytes, packetsPerPicture, pictureTicks] = [40, 1_000, 6, 3_600];
const picturesPerKeyFrame = 250;

type Sender = { producer: types.Producer; send: (nowMs: number) => void };

function packet(head: { type: number; sequence: number; timestamp: number; ssrc: number; marker: boolean }, payload: Buffer): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt8(0x80, 0);
  bytes.writeUInt8(head.type | (head.marker ? 0x80 : 0), 1);
  bytes.writeUInt16BE(head.sequence & 0xffff, 2);
  bytes.writeUInt32BE(head.timestamp >>> 0, 4);
  bytes.writeUInt32BE(head.ssrc, 8);
  return Buffer.concat([bytes, payload]);
}

/** VP8 (RFC 7741): a descriptor, then at a picture's beginning a header (RFC 6386, 9.1) that says whether it is a key frame of 1280 × 720. */
function picturePiece(piece: number, isKey: boolean): Buffer {
  const payload = Buffer.alloc(packetBytes, 0x55);
  payload.writeUInt8(piece === 0 ? 0x10 : 0, 0);
  if (piece === 0) Buffer.from(isKey ? '500000' + '9d012a' + '0005d002' : '510000', 'hex').copy(payload, 1);
  return payload;
}

async function microphone(transport: types.DirectTransport, ssrc: number): Promise<Sender> {
  const codec = { mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 };
  const producer = await transport.produce({ kind: 'audio', rtpParameters: { mid: String(ssrc), codecs: [codec], encodings: [{ ssrc }], rtcp: { cname: 'bench' } } });
  let sent = 0;
  return {
    producer,
    send: (nowMs) => {
      for (; sent * soundEveryMs < nowMs; sent += 1) {
        producer.send(packet({ type: 100, sequence: sent, timestamp: sent * soundTicks, ssrc, marker: false }, Buffer.alloc(soundBytes, 0x55)));
      }
    },
  };
}

async function camera(transport: types.DirectTransport, ssrc: number): Promise<Sender> {
  const codec = { mimeType: 'video/VP8', payloadType: 101, clockRate: 90_000 };
  const producer = await transport.produce({ kind: 'video', rtpParameters: { mid: String(ssrc), codecs: [codec], encodings: [{ ssrc }], rtcp: { cname: 'bench' } } });
  let sent = 0;
  return {
    producer,
    send: (nowMs) => {
      for (; sent * pictureEveryMs < nowMs; sent += 1) {
        for (let piece = 0; piece < packetsPerPicture; piece += 1) {
          const head = { type: 101, sequence: sent * packetsPerPicture + piece, timestamp: sent * pictureTicks, ssrc, marker: piece === packetsPerPicture - 1 };
          producer.send(packet(head, picturePiece(piece, sent % picturesPerKeyFrame === 0)));
        }
      }
    },
  };
}

/** Milliseconds of processor time a second, of this process and the worker's. `folder`: where tracks go; null: nothing is recorded. */
async function costOf(seconds: number, folder: string | null): Promise<number> {
  const workerBin = process.env['MEDIASOUP_WORKER_BIN'];
  const worker = await createWorker({ logLevel: 'error', ...(workerBin ? { workerBin } : {}) });
  const taps: Tap[] = [];
  try {
    const router = await worker.createRouter({ mediaCodecs });
    const transport = await router.createDirectTransport();
    const senders: Sender[] = [];
    for (let person = 1; person <= people; person += 1) senders.push(await microphone(transport, person), await camera(transport, 100 + person));
    const broke = (cause: unknown): void => { throw cause; };
    const of = { roomId: 'bench' as RoomId, participantId: 'bench' as ParticipantId, router, broke };
    for (const { producer } of folder === null ? [] : senders) {
      taps.push(await startTap({ ...of, producer, folder: folder ?? '', kind: producer.kind, source: producer.kind === 'audio' ? 'microphone' : 'camera', clock: new SenderClock() }));
    }
    const spentMs = async (): Promise<number> => {
      const [own, usage] = [process.cpuUsage(), await worker.getResourceUsage()];
      return (own.user + own.system) / 1_000 + usage.ru_utime + usage.ru_stime;
    };
    const [before, begun] = [await spentMs(), performance.now()];
    for (let nowMs = 0; nowMs < seconds * 1_000; nowMs = performance.now() - begun) {
      for (const { send } of senders) send(nowMs);
      await wait(10);
    }
    return (await spentMs() - before) / ((performance.now() - begun) / 1_000);
  } finally {
    await Promise.all(taps.map((tap) => tap.stop()));
    worker.close();
  }
}

const options = benchOptions(30);
const folder = await mkdtemp(join(tmpdir(), 'yaji-capture-'));
try {
  await prepareGround({ quiet: true });
  const plain = await costOf(options.seconds / 2, null);
  const recorded = await costOf(options.seconds / 2, folder);
  const tracks = people * 2;
  report('capture', { tracks, plainCorePercent: plain / 10, recordedCorePercent: recorded / 10, corePercentPerTrack: (recorded - plain) / 10 / tracks }, goals, options);
} finally {
  await rm(folder, { recursive: true, force: true });
}
