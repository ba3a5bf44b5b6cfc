import { type CaptionLine, captionMost, type GlossaryTerm, type RoomId } from '@yaji/contracts';
import type { EventStore } from '@yaji/engine';
import { apply, attribute, emptyRoom, type FloorStretch, noteFloor, type Room, spellRight } from '@yaji/salon';
import { cleanHeard } from '../clean-heard.ts';
import { type LiveHeard, liveRecogniser } from './recogniser.ts';
import { type SaidWords, unfolding } from './unfolding.ts';

/** `soundOf` answers where a room is heard, with a fresh pass. `tell` takes lines as they grow, `keep` those that are whole. */
export type Ears = {
  ffmpeg: string;
  store: Pick<EventStore, 'read'>;
  soundOf(roomId: RoomId): Promise<string>;
  glossary(roomId: RoomId): Promise<readonly GlossaryTerm[]>;
  keep(roomId: RoomId, line: CaptionLine): Promise<void>;
  tell(roomId: RoomId, line: CaptionLine): Promise<void>;
};

const connectMs = 5_000;
/** Longer than any utterance: what a recogniser heard is dated from the beginning of its sound. */
const endlessMs = 86_400_000;

/** Hears a room until `signal` is aborted. Rejects when the sound or the recogniser ends before. */
export async function hearRoom(roomId: RoomId, ears: Ears, signal: AbortSignal): Promise<void> {
  const floor = floorOf(roomId, ears.store);
  const connecting = new AbortController();
  const late = setTimeout(() => { connecting.abort(new Error('the media node did not answer in time')); }, connectMs);
  const response = await fetch(await ears.soundOf(roomId), { redirect: 'manual', signal: AbortSignal.any([signal, connecting.signal]) }).finally(() => { clearTimeout(late); });
  const zeroAt = Number(response.headers.get('x-yaji-zero-at'));
  if (response.status !== 200 || !response.body || !Number.isFinite(zeroAt) || zeroAt === 0) throw new Error(`the media node answered ${response.status}`);
  const glossary = await ears.glossary(roomId);
  let failed: Error | null = null;
  // One after the other, so that lines stand in the order in which they were said.
  let last: Promise<void> = Promise.resolve();
  let newest: LiveHeard | null = null;
  let known: Floor = await floor();
  const unfold = unfolding((heard) => linesOf(heard, { zeroAt, glossary, ...known }));
  const take = (heard: LiveHeard): void => {
    newest = heard;
    last = last.then(async () => {
      // More of it has been understood meanwhile.
      if (!heard.whole && newest !== heard) return;
      known = await floor();
      for (const line of unfold(heard)) {
        await ears.tell(roomId, line);
        if (line.final) await ears.keep(roomId, line);
      }
    }).catch((error: unknown) => { failed = error instanceof Error ? error : new Error('a caption could not be kept', { cause: error }); });
  };
  const recogniser = liveRecogniser({ ffmpeg: ears.ffmpeg, heard: take, ended: (why) => { failed = new Error(why); } });
  const failure = (): Error | null => failed;
  try {
    for await (const bytes of response.body as AsyncIterable<Uint8Array>) {
      throwIf(failure());
      recogniser.write(bytes);
    }
    signal.throwIfAborted();
    throw new Error('the sound of the room ended');
  } finally {
    recogniser.stop();
    await last;
  }
}

const throwIf = (failure: Error | null): void => { if (failure) throw failure; };

type Floor = { room: Room; stretches: readonly FloorStretch[] };

/** Who had the floor, as far as the log tells by now. */
function floorOf(roomId: RoomId, store: Pick<EventStore, 'read'>): () => Promise<Floor> {
  const [room, stretches]: [Room, FloorStretch[]] = [emptyRoom(), []];
  let seq = 0;
  return async () => {
    for (const record of await store.read(roomId, seq)) {
      apply(room, record);
      noteFloor(stretches, room, record.at);
      seq = record.seq;
    }
    return { room, stretches };
  };
}

function linesOf(heard: LiveHeard, { zeroAt, glossary, room, stretches }: Floor & { zeroAt: number; glossary: readonly GlossaryTerm[] }): SaidWords[] {
  const language = room.languages.find((one) => /^en\b/.test(one)) ?? 'en';
  return cleanHeard([heard], endlessMs).flatMap(({ fromMs, toMs, text, words }) => {
    const timed = words?.map((word) => ({ text: word.text, fromAt: Math.round(zeroAt + word.fromMs), toAt: Math.round(zeroAt + word.toMs) }));
    const said = { fromAt: Math.round(zeroAt + fromMs), toAt: Math.round(zeroAt + toMs), text, ...(timed ? { words: timed } : {}) };
    return attribute(stretches, said).map((line) => ({ ...line, language, source: 'engine' as const, text: spellRight(line.text, glossary).slice(0, captionMost) }));
  });
}
