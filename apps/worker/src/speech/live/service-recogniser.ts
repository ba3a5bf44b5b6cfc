import { cleanHeard } from '../clean-heard.ts';
import { soundOf } from '../sound/wav.ts';
import { type Hints, msOf, type Transcriber } from '../transcriber.ts';
import { liveSound } from './live-sound.ts';
import type { LiveOptions, LiveRecogniser } from './recogniser.ts';
import { type SpokenPiece, spokenPieces } from './spoken-pieces.ts';

/** `hints`: what may be heard from whoever speaks `atMs` into the sound. */
export type ServiceOptions = LiveOptions & { transcriber: Transcriber; hints: (atMs: number) => Promise<Hints> };

/** Pieces that wait for a service; beyond them it is too slow for captions, and only the newest are sent: the whole turn is written down at its end anyway. */
const mostWaiting = 3;

/** A room's sound (Matroska, as it comes) into words by a service, piece by piece while somebody speaks. */
export function serviceRecogniser({ ffmpeg, transcriber, hints, heard, ended }: ServiceOptions): LiveRecogniser {
  const stopping = new AbortController();
  const pieces = spokenPieces();
  const waiting: SpokenPiece[] = [];
  let sending = false;
  let odd: Buffer = Buffer.alloc(0);
  const stop = (why: string | null): void => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    sound.stop();
    if (why !== null) ended(why);
  };
  const send = async (): Promise<void> => {
    for (let piece = waiting.shift(); piece && !stopping.signal.aborted; piece = waiting.shift()) {
      const { sound: said, fromMs } = piece;
      const found = cleanHeard(await transcriber.transcribe(said, await hints(fromMs), stopping.signal), msOf(said));
      for (const one of found) {
        const words = one.words?.map((word) => ({ ...word, fromMs: word.fromMs + fromMs, toMs: word.toMs + fromMs }));
        heard({ ...one, ...(words ? { words } : {}), fromMs: one.fromMs + fromMs, toMs: one.toMs + fromMs, whole: true });
      }
    }
  };
  const hurry = (): void => {
    if (sending) return;
    sending = true;
    void send().catch((error: unknown) => { stop(error instanceof Error ? error.message : 'the speech service failed'); }).finally(() => {
      sending = false;
      if (waiting.length > 0 && !stopping.signal.aborted) hurry();
    });
  };
  const sound = liveSound({
    ffmpeg, ended: (why) => { stop(why); },
    sound: (bytes) => {
      const all = Buffer.concat([odd, bytes]);
      odd = all.subarray(all.length - (all.length % 2));
      waiting.push(...pieces.take(soundOf(all)));
      waiting.splice(0, waiting.length - mostWaiting);
      if (waiting.length > 0) hurry();
    },
  });
  return { write: (bytes) => { sound.write(bytes); }, stop: () => { stop(null); } };
}
