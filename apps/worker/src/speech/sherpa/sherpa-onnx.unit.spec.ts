import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { rate } from '../transcriber.ts';
import { modelIn } from './model-in.ts';
import { type Sherpa, sherpaOnnx } from './sherpa-onnx.ts';
import { wordsOf } from './words-of.ts';

const never = new AbortController().signal;

describe('a model folder of sherpa-onnx', () => {
  it('is known by its files', () => {
    expect(modelIn('sherpa-onnx-sense-voice', ['model.int8.onnx', 'model.onnx', 'tokens.txt'])).toEqual({ ok: true, value: { kind: 'senseVoice', model: 'model.int8.onnx', tokens: 'tokens.txt' } });
    expect(modelIn('sherpa-onnx-paraformer-zh', ['model.onnx', 'tokens.txt'])).toMatchObject({ value: { kind: 'paraformer' } });
    expect(modelIn('zipformer', ['encoder-epoch-99.onnx', 'decoder-epoch-99.onnx', 'joiner-epoch-99.int8.onnx', 'joiner-epoch-99.onnx', 'tokens.txt'])).toMatchObject({ value: { kind: 'transducer', joiner: 'joiner-epoch-99.int8.onnx' } });
    expect(modelIn('whisper', ['small-encoder.int8.onnx', 'small-decoder.int8.onnx', 'small-tokens.txt'])).toMatchObject({ value: { kind: 'whisper', tokens: 'small-tokens.txt' } });
    expect([modelIn('empty', []).ok, modelIn('other', ['tokens.txt', 'weights.bin']).ok]).toEqual([false, false]);
  });
  it('has tokens that become words', () => {
    expect(wordsOf(['▁good', '▁even', 'ing', '谢', '谢', '<|en|>'], [0.1, 0.4, 0.6, 1, 1.2, 1.3], 1_500)).toEqual([
      { text: 'good', fromMs: 100, toMs: 400 }, { text: 'evening', fromMs: 400, toMs: 1_000 }, { text: '谢', fromMs: 1_000, toMs: 1_200 }, { text: '谢', fromMs: 1_200, toMs: 1_300 },
    ]);
    expect(wordsOf(['a'], [], 100)).toEqual([]);
  });
  it('is opened once, given samples from -1 to 1, and read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sense-voice-'));
    for (const name of ['model.int8.onnx', 'tokens.txt']) await writeFile(join(folder, name), '');
    const opened: object[] = [];
    const given: { sampleRate: number; samples: Float32Array }[] = [];
    class OfflineRecognizer {
      constructor(settings: object) { opened.push(settings); }
      createStream() { return { acceptWaveform: (wave: { sampleRate: number; samples: Float32Array }) => { given.push(wave); } }; }
      decode() { return undefined; }
      getResult() { return { text: 'hello', tokens: ['hello'], timestamps: [0.25] }; }
    }
    const transcriber = sherpaOnnx(folder, async (): Promise<Sherpa> => ({ OfflineRecognizer }));
    const sound = new Int16Array(rate).fill(-32_768);
    for (let n = 0; n < 2; n += 1) expect(await transcriber.transcribe(sound, { language: null, prompt: '' }, never)).toEqual([{ fromMs: 250, toMs: 1_000, text: 'hello', words: [{ text: 'hello', fromMs: 250, toMs: 1_000 }] }]);
    expect(opened).toMatchObject([{ featConfig: { sampleRate: rate }, modelConfig: { senseVoice: { model: join(folder, 'model.int8.onnx') }, tokens: join(folder, 'tokens.txt') } }]);
    expect([given[0]?.sampleRate, given[0]?.samples[0]]).toEqual([rate, -1]);
    await rm(folder, { recursive: true });
    await expect(sherpaOnnx('/nowhere').transcribe(sound, { language: null, prompt: '' }, never)).rejects.toThrow('YAJI_SPEECH_MODEL_DIR cannot be read');
  });
});
