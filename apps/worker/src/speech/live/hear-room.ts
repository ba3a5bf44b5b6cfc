import { type CaptionLine, captionMost, type GlossaryTerm, type RoomId } from '@yaji/contracts';
import type { EventStore } from '@yaji/engine';
import { apply, attribute, emptyRoom, type FloorStretch, noteFloor, type Room, spellRight, tongueOf } from '@yaji/salon';
import { cleanHeard } from '../clean-heard.ts';
import { hintsFor } from '../hints.ts';
import type { Hints } from '../transcriber.ts';
import type { LiveHeard, LiveOptions, LiveRecogniser } from './recogniser.ts';
import { type SaidWords, unfolding } from './unfolding.ts';
import { isWrittenAnew } from './written-anew.ts';

/** Who writes down what is said while it is said. */
export type LiveSource = 'engine' | 'service';
/** `hints`: what may be heard from whoever speaks so many milliseconds into the sound. */
export type RecogniserWishes = Pick<LiveOptions, 'heard' | 'ended'> & { hints: (atMs: number) => Promise<Hints> };

/** `recogniser` begins to listen. `soundOf` answers where a room is heard, with a fresh pass. `tell` takes lines as they grow, `keep` those that are whole. */
export type Ears = {
  recogniser(source: LiveSource, wishes: RecogniserWishes): LiveRecogniser;
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
export async function hearRoom({ roomId, source }: { roomId: RoomId; source: LiveSource }, ears: Ears, signal: AbortSignal): Promise<void> {
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
  const unfold = unfolding((heard) => linesOf(heard, { zeroAt, source, glossary, ...known }));
  const take = (heard: LiveHeard): void => {
    newest = heard;
    last = last.then(async () => {
      // More of it has been understood meanwhile.
      if (!heard.whole && newest !== heard) return;
      known = await floor();
      for (const line of unfold(heard)) {
        await ears.tell(roomId, line);
        if (line.final && !isWrittenAnew(known.room, line.turn)) await ears.keep(roomId, line);
      }
    }).catch((error: unknown) => { failed = error instanceof Error ? error : new Error('a caption could not be kept', { cause: error }); });
  };
  const hints = async (atMs: number): Promise<Hints> => {
    const { room, stretches } = await floor();
    return hintsFor(room, stretches.findLast(({ fromAt }) => fromAt <= zeroAt + atMs)?.participantId ?? null, glossary);
  };
  const recogniser = ears.recogniser(source, { heard: take, hints, ended: (why) => { failed = new Error(why); } });
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
  const read = async (): Promise<Floor> => {
    for (const record of await store.read(roomId, seq)) {
      apply(room, record);
      noteFloor(stretches, room, record.at);
      seq = record.seq;
    }
    return { room, stretches };
  };
  // One after the other: no event is taken twice.
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const next = last.then(read, read);
    last = next;
    return next;
  };
}

type Place = Floor & { zeroAt: number; source: LiveSource; glossary: readonly GlossaryTerm[] };

function linesOf(heard: LiveHeard, { zeroAt, source, glossary, room, stretches }: Place): SaidWords[] {
  return cleanHeard([heard], endlessMs).flatMap(({ fromMs, toMs, text, words, language }) => {
    const timed = words?.map((word) => ({ text: word.text, fromAt: Math.round(zeroAt + word.fromMs), toAt: Math.round(zeroAt + word.toMs) }));
    const said = { fromAt: Math.round(zeroAt + fromMs), toAt: Math.round(zeroAt + toMs), text, ...(timed ? { words: timed } : {}) };
    return attribute(stretches, said).map((line) => ({ ...line, language: ownTag(room, language ?? 'en'), source, text: spellRight(line.text, glossary).slice(0, captionMost) }));
  });
}

/** As the room writes that language. What a recogniser does not tell is English: there it is the one that knows no other. */
const ownTag = ({ languages }: Room, heard: string): string => languages.find((one) => tongueOf(one) === tongueOf(heard)) ?? heard;
