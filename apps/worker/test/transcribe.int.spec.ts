import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpeechDouble, speechService } from '../../../test/support/speech/speech-service.ts';
import { enters, person, says } from '../../../libs/salon/test/given.ts';
import { openaiHttp } from '../src/speech/openai/openai-http.ts';
import { pocketsphinx, pocketsphinxProgram } from '../src/speech/pocketsphinx/pocketsphinx.ts';
import type { Transcriber } from '../src/speech/transcriber.ts';
import { transcribeTurn } from '../src/speech/turn/transcribe-turn.ts';
import { at, closes, desk, type Desk, ends, grants, logOf, roomId, starts, zero } from './rooms.ts';
import { emptyBookshelf } from './empty-bookshelf.ts';
import { store } from './synthetic.ts';

const hasPocketsphinx = ((): boolean => {
  try {
    execFileSync('which', [pocketsphinxProgram], { stdio: 'ignore' });
    return true;
  } catch (missing) {
    return (missing as { status?: number }).status === undefined;
  }
})();
if (!hasPocketsphinx) console.warn(`\n!!! NO ${pocketsphinxProgram}: the test of the offline recogniser is SKIPPED. Install pocketsphinx and pocketsphinx-en-us. !!!\n`);

/** Ann speaks from second 10 to 16, is interrupted by nobody, and Bob after her; both were recorded. */
const log = logOf(enters('cat', 'speaker', at(1)), starts(5), says('mod', 'caption.choose', { source: 'service' }, at(6)), grants(10, 'ann', 0), grants(16, 'bob', 1), ends(20, 2), closes(21));
const job = (turn: number, source: 'engine' | 'service' = 'service') => ({ roomId, upTo: log.at(-1)?.seq ?? 0, turn, source });

/** No minutes are published yet: none are written anew. */
const noBooks = { bookshelf: emptyBookshelf, model: null };

describe('what was said in a turn', () => {
  let house: Desk;
  let service: SpeechDouble;
  const transcribe = async (turn: number, transcriber: Transcriber) => {
    await transcribeTurn(job(turn, transcriber.source), { ...house.publisher, ...noBooks, transcribers: [transcriber] }, house.course);
    return house.archive.room.lines.filter((line) => line.turn === turn && line.source === transcriber.source);
  };

  beforeAll(async () => {
    house = await desk(log);
    service = await speechService({ key: 'secret' });
    await store(house.tracks, { trackId: 'ann', name: 'ann', startsAt: 9, seconds: 8, zero, sound: 'speech' });
    await store(house.tracks, { trackId: 'bob', name: 'bob', startsAt: 15, seconds: 6, zero, sound: 'speech' });
  });
  afterAll(async () => {
    await service.close();
    await rm(house.publisher.dataDir, { recursive: true, force: true });
  });

  it('is asked of a service with that turn’s sound and the names of the room, and is kept with the times of its words', async () => {
    const asking = openaiHttp({ url: service.url, key: 'secret', model: 'small' }, [1, 1]);
    const lines = await transcribe(1, asking);
    expect(lines).toMatchObject([{ turn: 1, participantId: person('ann'), source: 'service', language: 'en', text: 'Good evening from the river.' }]);
    const [line] = lines;
    expect(line?.words?.map(({ text }) => text)).toEqual(['Good', 'evening', 'from', 'the', 'river.']);
    expect([(line?.fromAt ?? 0) > zero + 10_000, (line?.toAt ?? 0) <= zero + 16_000]).toEqual([true, true]);
    const [asked] = service.asked;
    expect(asked).toMatchObject({ key: 'secret', fields: { model: 'small', response_format: 'verbose_json', temperature: '0', prompt: expect.stringContaining('bob') } });
    expect((asked?.seconds ?? 0) > 4 && (asked?.seconds ?? 9) <= 6.05).toBe(true);
    // Bob's turn is his own, and Ann's track, that was still recording, is not heard in it.
    expect(await transcribe(2, asking)).toMatchObject([{ turn: 2, participantId: person('bob') }]);
    // Heard again it takes its own place, whole.
    service.mood = 'overlapping';
    expect((await transcribe(1, asking)).map(({ text }) => text)).toEqual(['first', 'second']);
    expect(house.told.map(({ step }) => step)).toContain('hearing');
  });

  it('is nothing where the service makes it up or hears nothing, and waits for one that is busy', async () => {
    const asking = openaiHttp({ url: service.url, key: 'secret', model: 'small' }, [1, 1]);
    for (const mood of ['nonsense', 'silent'] as const) {
      service.mood = mood;
      expect(await transcribe(1, asking)).toEqual([]);
    }
    service.mood = 'text-only';
    expect(await transcribe(1, asking)).toMatchObject([{ text: 'Good evening from the river.' }]);
    service.mood = 'well';
    service.failing = 2;
    expect(await transcribe(1, openaiHttp({ url: service.url, key: 'secret', model: 'small' }, [1, 1]))).toHaveLength(1);
    for (const mood of ['busy', 'broken', 'malformed', 'html'] as const) {
      service.mood = mood;
      await expect(transcribe(1, openaiHttp({ url: service.url, key: 'secret', model: 'small' }, [1, 1]))).rejects.toThrow(/the speech service answered/);
    }
    service.mood = 'well';
    await expect(transcribe(1, openaiHttp({ url: service.url, key: 'wrong', model: 'small' }))).rejects.toMatchObject({ name: 'UnrecoverableError', message: 'the speech service answered 401' });
    // What could not be had leaves what was had.
    expect(house.archive.room.lines.filter(({ turn }) => turn === 1)).toHaveLength(1);
    const stop = new AbortController();
    service.mood = 'hanging';
    const hanging = transcribeTurn(job(1), { ...house.publisher, ...noBooks, transcribers: [asking] }, { ...house.course, signal: stop.signal });
    setTimeout(() => stop.abort(new Error('closing')), 1_500);
    await expect(hanging).rejects.toThrow('closing');
  });

  (hasPocketsphinx ? it : it.skip)('is heard by the recogniser of the distribution, word by word, where it is English', async () => {
    const lines = await transcribe(1, pocketsphinx());
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every(({ participantId, source, words, language }) => participantId === person('ann') && source === 'engine' && (words?.length ?? 0) > 0 && language === 'en')).toBe(true);
    expect(lines.every(({ fromAt, toAt }) => fromAt >= zero + 10_000 && toAt <= zero + 16_000)).toBe(true);
  });
});
