import type { types } from 'mediasoup';
import { mediaCodecs } from '../workers/codecs.ts';
import type { MediaWorker } from '../workers/media-worker.ts';
import type { Booth, Sent, Studio } from './studio.ts';

/** The room's router in this worker; made when first asked for. */
export function boothIn(studio: Studio, worker: MediaWorker): Promise<Booth> {
  const existing = studio.booths.get(worker);
  if (existing) return existing;
  const made = makeBooth(studio, worker);
  studio.booths.set(worker, made);
  made.catch(() => studio.booths.delete(worker));
  return made;
}

async function makeBooth(studio: Studio, worker: MediaWorker): Promise<Booth> {
  const router = await worker.worker.createRouter({ mediaCodecs });
  router.observer.once('close', () => studio.booths.delete(worker));
  return { worker, router };
}

/** Makes a producer consumable in this booth; resolves when it is. */
export function pipeTo(sent: Sent, booth: Booth): Promise<void> {
  const home = sent.session.booth;
  if (home.worker === booth.worker) return Promise.resolve();
  const existing = sent.piped.get(booth.worker);
  if (existing) return existing;
  const made = pipe(home.router, booth.router, sent.producer.id);
  sent.piped.set(booth.worker, made);
  made.catch(() => sent.piped.delete(booth.worker));
  return made;
}

async function pipe(from: types.Router, to: types.Router, producerId: string): Promise<void> {
  await from.pipeToRouter({ producerId, router: to });
}
