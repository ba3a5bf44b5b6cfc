import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Heard, msOf, rate, type Sound, SpeechFailed, type Transcriber } from '../transcriber.ts';
import { modelIn, type ModelFiles } from './model-in.ts';
import { wordsOf } from './words-of.ts';

/** The part of sherpa-onnx-node (k2-fsa.github.io/sherpa, Node addon) that is used. */
type Stream = { acceptWaveform(wave: { sampleRate: number; samples: Float32Array }): void };
type Result = { text: string; tokens?: string[]; timestamps?: number[] };
type Recogniser = { createStream(): Stream; decode(stream: Stream): void; decodeAsync?(stream: Stream): Promise<Result>; getResult(stream: Stream): Result };
export type Sherpa = { OfflineRecognizer: new (settings: object) => Recogniser };

/** Not a dependency: whoever wants it installs it, and the model besides. */
const packageName: string = 'sherpa-onnx-node';
const pieceMs = 25_000;
const threads = 2;

async function loadSherpa(): Promise<Sherpa> {
  try {
    const loaded = await import(packageName) as Sherpa & { default?: Sherpa };
    return loaded.default ?? loaded;
  } catch (error) {
    throw new SpeechFailed('refused', 'sherpa-onnx-node is not installed: run `npm install sherpa-onnx-node`, or set YAJI_SPEECH_ENGINE to something else', error);
  }
}

/** `load` is for tests: there is no model to be had without a download. */
export function sherpaOnnx(modelDir: string, load: () => Promise<Sherpa> = loadSherpa): Transcriber {
  let recogniser: Promise<Recogniser> | null = null;
  return {
    source: 'engine', pieceMs, understands: () => true,
    async transcribe(sound, _hints, signal) {
      recogniser ??= openRecogniser(modelDir, load);
      const opened = await recogniser;
      signal.throwIfAborted();
      return heardBy(opened, sound);
    },
  };
}

async function openRecogniser(modelDir: string, load: () => Promise<Sherpa>): Promise<Recogniser> {
  const files = await readdir(modelDir).catch((cause: unknown) => { throw new SpeechFailed('refused', 'YAJI_SPEECH_MODEL_DIR cannot be read', cause); });
  const model = modelIn(basename(modelDir), files);
  if (!model.ok) throw new SpeechFailed('refused', `YAJI_SPEECH_MODEL_DIR ${model.error}`);
  const { OfflineRecognizer } = await load();
  return new OfflineRecognizer(settingsOf(modelDir, model.value));
}

function settingsOf(modelDir: string, files: ModelFiles): object {
  const at = (file: string): string => join(modelDir, file);
  const common = { tokens: at(files.tokens), numThreads: threads, provider: 'cpu', debug: 0 };
  return { featConfig: { sampleRate: rate, featureDim: 80 }, modelConfig: { ...common, [files.kind]: partsOf(files, at) } };
}

function partsOf(files: ModelFiles, at: (file: string) => string): object {
  if (files.kind === 'transducer') return { encoder: at(files.encoder), decoder: at(files.decoder), joiner: at(files.joiner) };
  if (files.kind === 'whisper') return { encoder: at(files.encoder), decoder: at(files.decoder) };
  return files.kind === 'paraformer' ? { model: at(files.model) } : { model: at(files.model), language: '', useInverseTextNormalization: 1 };
}

const loudest = 32_768;

async function heardBy(recogniser: Recogniser, sound: Sound): Promise<Heard[]> {
  const stream = recogniser.createStream();
  stream.acceptWaveform({ sampleRate: rate, samples: Float32Array.from(sound, (sample) => sample / loudest) });
  // Older versions block while they decode.
  if (recogniser.decodeAsync) await recogniser.decodeAsync(stream);
  else recogniser.decode(stream);
  const { text, tokens = [], timestamps = [] } = recogniser.getResult(stream);
  const toMs = msOf(sound);
  const words = wordsOf(tokens, timestamps, toMs);
  return text.trim() === '' ? [] : [{ fromMs: words[0]?.fromMs ?? 0, toMs, text, ...(words.length > 0 ? { words } : {}) }];
}
