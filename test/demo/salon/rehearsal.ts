import type { ParticipantId } from '@yaji/contracts';
import { filmColour } from '../../pages/colour.ts';
import { samplesOf, speakSentences } from '../../pages/voices.ts';
import { type KnownSentence, sentencesIn } from '../../support/speech/known-sentences.ts';
import { frameMs, partOf, spectrumOf } from '../../support/speech/spectrum.ts';
import type { Listening } from '../../support/speech/speech-service.ts';
import { type Name, speakers } from './cast.ts';

export type RehearsedSentence = KnownSentence & { who: Name };
/** What a microphone hears and a camera sees, over and over: a WAV and a Y4M file. */
export type Devices = { voice: string; camera: string };
/** Each speaker's devices, and every sentence that is said. */
export type Rehearsal = { devices: ReadonlyMap<Name, Devices>; sentences: readonly RehearsedSentence[] };

export async function rehearse(folder: string): Promise<Rehearsal> {
  const devices = new Map<Name, Devices>();
  const sentences: RehearsedSentence[] = [];
  for (const { name, language, voice, hue } of speakers) {
    const { file, sentences: spoken } = await speakSentences(folder, name, voice);
    const whole = spectrumOf(await samplesOf(file));
    devices.set(name, { voice: file, camera: await filmColour(folder, name, hue) });
    for (const { text, fromMs, toMs } of spoken) sentences.push({ who: name, text, language, sound: partOf(whole, Math.round(fromMs / frameMs), Math.round(toMs / frameMs)) });
  }
  return { devices, sentences };
}

const spokenNames: Record<string, string> = { 'zh-CN': 'chinese', 'en': 'english' };

/** A recogniser of speech that knows every sentence that is ever said, and nothing else: what it writes down is right, and so are the times. */
export const listenerOf = ({ sentences }: Rehearsal): Listening => (samples) => {
  const found = sentencesIn(spectrumOf(samples), sentences);
  return {
    language: spokenNames[found[0]?.sentence.language ?? 'en'] ?? 'english',
    segments: found.map(({ sentence: { text }, fromMs, toMs }) => ({ start: fromMs / 1_000, end: toMs / 1_000, text })),
  };
};

/** Who says what, by the ids of a played salon. */
export type SaidBy = ReadonlyMap<string, ParticipantId>;

export const saidBy = ({ sentences }: Rehearsal, ids: ReadonlyMap<string, ParticipantId>): SaidBy =>
  new Map(sentences.flatMap(({ text, who }) => { const id = ids.get(who); return id ? [[text, id] as const] : []; }));
