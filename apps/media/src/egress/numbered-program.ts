import type { types } from 'mediasoup';
import { type ProgramOnAir, putProgramOnAir } from '../program/on-air.ts';
import type { Booth, Studio } from '../studio/studio.ts';
import type { MediaWorker } from '../workers/media-worker.ts';

/** The RTP payload types under which a player takes Opus and VP8. */
export type Numbers = { readonly audio: number; readonly video: number };
/** The room's program in a router of its own, for those who take it under the same numbers. `leave`: to be called once by each of them. */
export type Joined = { readonly booth: Booth; readonly program: ProgramOnAir; readonly leave: () => void };

type Place = { readonly booth: Booth; readonly program: ProgramOnAir };
type Kept = { readonly place: Promise<Place>; people: number };
const kept = new WeakMap<Studio, Map<string, Kept>>();

const codecs = ({ audio, video }: Numbers): types.RouterRtpCodecCapability[] => [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2, preferredPayloadType: audio, parameters: { useinbandfec: 1, usedtx: 1 } },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000, preferredPayloadType: video },
];

/**
 * Joins those in one worker who take the program under these numbers: an answer must send under the numbers of its offer (RFC 3264, 6.1), and
 * a mediasoup consumer sends under those of its router. The last to leave closes it. Rejects when mediasoup refuses.
 */
export async function joinProgram(studio: Studio, worker: MediaWorker, numbers: Numbers): Promise<Joined> {
  const places = kept.get(studio) ?? new Map<string, Kept>();
  kept.set(studio, places);
  const key = `${worker.worker.pid}/${numbers.audio}/${numbers.video}`;
  const one = places.get(key) ?? { place: open(studio, worker, numbers), people: 0 };
  places.set(key, one);
  one.people += 1;
  let isIn = true;
  const leave = (): void => {
    if (!isIn) return;
    isIn = false;
    one.people -= 1;
    if (one.people > 0) return;
    if (places.get(key) === one) places.delete(key);
    one.place.then(({ booth, program }) => {
      program.close();
      booth.router.close();
    }, (cause: unknown) => studio.log.debug({ roomId: studio.roomId, err: cause }, 'a program that never was need not end'));
  };
  try {
    return { ...await one.place, leave };
  } catch (cause) {
    leave();
    throw cause;
  }
}

async function open(studio: Studio, worker: MediaWorker, numbers: Numbers): Promise<Place> {
  const router = await worker.worker.createRouter({ mediaCodecs: codecs(numbers) });
  try {
    return { booth: { worker, router }, program: await putProgramOnAir(studio.program, router) };
  } catch (cause) {
    router.close();
    throw cause;
  }
}
