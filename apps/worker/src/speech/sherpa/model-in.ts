import { err, ok, type Result } from '@yaji/kit';

/** What `OfflineRecognizer` of sherpa-onnx-node takes as `modelConfig`; names of files within the folder. */
export type ModelFiles =
  | { kind: 'transducer'; encoder: string; decoder: string; joiner: string; tokens: string }
  | { kind: 'whisper'; encoder: string; decoder: string; tokens: string }
  | { kind: 'senseVoice' | 'paraformer'; model: string; tokens: string };

/** Which kind of model lies in a folder, by its files as k2-fsa publishes them. Smaller (int8) files are preferred. */
export function modelIn(folder: string, files: readonly string[]): Result<ModelFiles, string> {
  const named = (part: RegExp): string | undefined => {
    const all = files.filter((file) => part.test(file) && file.endsWith('.onnx')).sort();
    return all.find((file) => file.includes('int8')) ?? all[0];
  };
  const tokens = files.find((file) => /tokens\.txt$/.test(file));
  if (!tokens) return err('has no tokens.txt: take a folder as k2-fsa/sherpa-onnx publishes it');
  const [encoder, decoder, joiner, model] = [named(/encoder/), named(/decoder/), named(/joiner/), named(/^model/)];
  if (encoder && decoder && joiner) return ok({ kind: 'transducer', encoder, decoder, joiner, tokens });
  if (encoder && decoder) return ok({ kind: 'whisper', encoder, decoder, tokens });
  if (model) return ok({ kind: /paraformer/i.test(folder) ? 'paraformer' : 'senseVoice', model, tokens });
  return err('has no model that is known: SenseVoice, Paraformer, a transducer (Zipformer) or Whisper');
}
