import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../test/media/eventually.ts';
import { samplesOf, speakSentences, type SpokenSentence } from '../../../test/pages/voices.ts';
import { sentencesIn } from '../../../test/support/speech/known-sentences.ts';
import { speechService } from '../../../test/support/speech/speech-service.ts';
import { frameMs, partOf, spectrumOf } from '../../../test/support/speech/spectrum.ts';
import type { LiveHeard } from '../src/speech/live/recogniser.ts';
import { serviceRecogniser } from '../src/speech/live/service-recogniser.ts';
import { openaiHttp } from '../src/speech/openai/openai-http.ts';

const pausesMs = 1_200;
let folder: string;
let sound: Buffer;
let sentences: SpokenSentence[];
let service: Awaited<ReturnType<typeof speechService>>;
const matroska = (): string => join(folder, 'sound.mkv');
const decoders = (): number => execFileSync('ps', ['-o', 'args=', '--ppid', String(process.pid)], { encoding: 'utf8' }).split('\n').filter((line) => line.includes('matroska')).length;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yaji-live-service-'));
  const spoken = await speakSentences(folder, 'talk', { voice: 'en-us', pitch: 50, wordsPerMinute: 160, words: 'The harbour is open to everybody. We shall meet again in the spring.' });
  sentences = spoken.sentences;
  const whole = spectrumOf(await samplesOf(spoken.file));
  const known = sentences.map(({ text, fromMs, toMs }) => ({ text, language: 'en', sound: partOf(whole, Math.round(fromMs / frameMs), Math.round(toMs / frameMs)) }));
  service = await speechService({ listens: (samples) => ({ language: 'english', segments: sentencesIn(spectrumOf(samples), known).map(({ sentence, fromMs, toMs }) => ({ start: fromMs / 1_000, end: toMs / 1_000, text: sentence.text })) }) });
  const between = sentences[1]?.fromMs ?? 0;
  // A pause before, between and after the sentences, as in a room.
  const filter = `asplit[a][b];[a]atrim=end=${between / 1_000},adelay=${pausesMs},apad=pad_dur=${pausesMs / 1_000}[first];[b]atrim=start=${between / 1_000},asetpts=PTS-STARTPTS,apad=pad_dur=${pausesMs / 1_000}[second];[first][second]concat=n=2:v=0:a=1`;
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', spoken.file, '-filter_complex', filter, '-ar', '48000', '-c:a', 'libopus', '-live', '1', '-cluster_time_limit', '20', matroska()]);
  sound = await readFile(matroska());
});
afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

const listen = () => {
  const [heard, ended]: [LiveHeard[], string[]] = [[], []];
  const recogniser = serviceRecogniser({
    ffmpeg: 'ffmpeg', transcriber: openaiHttp({ url: service.url, key: null, model: 'm' }, [0, 0]), hints: async () => ({ language: 'en', prompt: 'Harbour' }), heard: (one) => heard.push(one), ended: (why) => ended.push(why),
  });
  return { recogniser, heard, ended };
};

describe('a speech service that is asked while somebody speaks', () => {
  it('is sent a piece at each pause, and what it understands has the times of the room', async () => {
    const { recogniser, heard, ended } = listen();
    try {
      recogniser.write(sound);
      await eventually(async () => expect(heard.map(({ text, whole }) => [text, whole])).toEqual(sentences.map(({ text }) => [text, true])));
    } finally {
      recogniser.stop();
    }
    const begins = [pausesMs, 2 * pausesMs + (sentences[1]?.fromMs ?? 0)];
    for (const [n, at] of begins.entries()) expect(Math.abs((heard[n]?.fromMs ?? 0) - at)).toBeLessThan(250);
    expect(service.asked.map(({ fields }) => [fields['language'], fields['prompt']])).toEqual([['en', 'Harbour'], ['en', 'Harbour']]);
    expect(ended).toEqual([]);
    await eventually(async () => expect(decoders()).toBe(0));
  });

  it('that is away for good ends the listening, once, and leaves nothing behind', async () => {
    service.failing = 99;
    const { recogniser, heard, ended } = listen();
    recogniser.write(sound);
    await eventually(async () => expect(ended).toEqual(['the speech service answered 503']));
    await eventually(async () => expect(decoders()).toBe(0));
    expect(heard).toEqual([]);
  });
});
