import type { SpeechSetting } from '@yaji/platform';
import { openaiHttp } from './openai/openai-http.ts';
import { pocketsphinx } from './pocketsphinx/pocketsphinx.ts';
import { sherpaOnnx } from './sherpa/sherpa-onnx.ts';
import type { Transcriber } from './transcriber.ts';

/** What the operator has set up, at most one for each source. */
export function openTranscribers({ service, engine }: SpeechSetting): Transcriber[] {
  const own = engine && (engine.kind === 'pocketsphinx' ? pocketsphinx() : sherpaOnnx(engine.modelDir));
  return [...(service ? [openaiHttp(service)] : []), ...(own ? [own] : [])];
}
