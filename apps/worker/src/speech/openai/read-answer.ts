import { Language } from '@yaji/contracts';
import { z } from 'zod';
import type { Heard, HeardWord } from '../transcriber.ts';

const seconds = z.number();
const Word = z.object({ word: z.string(), start: seconds, end: seconds });
const Segment = z.object({ start: seconds, end: seconds, text: z.string(), words: z.array(Word).nullish().catch(null), no_speech_prob: z.number().nullish().catch(null), avg_logprob: z.number().nullish().catch(null) });
/** `verbose_json` as OpenAI, vLLM, speaches, LocalAI and whisper.cpp answer it; `json` has the text alone. */
const Answer = z.object({
  text: z.string().default(''), language: z.string().nullish().catch(null),
  segments: z.array(Segment).nullish().catch(null), words: z.array(Word).nullish().catch(null),
});

/** Some name the language, others its tag. */
const names: Record<string, string> = { english: 'en', chinese: 'zh', mandarin: 'zh', cantonese: 'yue', spanish: 'es', french: 'fr', german: 'de', japanese: 'ja', korean: 'ko', arabic: 'ar', russian: 'ru', portuguese: 'pt', italian: 'it' };

function tagOf(said: string | null | undefined): Language | null {
  const lower = said?.toLowerCase() ?? '';
  const read = Language.safeParse(names[lower] ?? lower);
  return read.success ? read.data : null;
}

const ms = (at: number): number => Math.round(at * 1_000);
const wordOf = ({ word, start, end }: z.infer<typeof Word>): HeardWord => ({ text: word, fromMs: ms(start), toMs: ms(end) });

/** Whisper's own rule (openai/whisper, transcribe.py): likely nobody spoke, and the text is unlikely. */
const isSilence = ({ no_speech_prob: none, avg_logprob: sure }: z.infer<typeof Segment>): boolean => (none ?? 0) > 0.6 && (sure ?? 0) < -1;

/** What a service answered about a sound so long; null: it is something else than a transcription. */
export function readAnswer(said: unknown, durationMs: number): Heard[] | null {
  const read = Answer.safeParse(said);
  if (!read.success || !isAnswer(said)) return null;
  const { segments } = read.data;
  const tag = tagOf(read.data.language);
  const heard = segments && segments.length > 0 ? bySegment(segments, read.data.words ?? []) : wholeOf(read.data, durationMs);
  return heard.map((one) => (tag === null ? one : { ...one, language: tag }));
}

const isAnswer = (said: unknown): boolean => typeof said === 'object' && said !== null && ('text' in said || 'segments' in said);

/** A text of which nothing more is known than its words' times, if those. */
function wholeOf({ text, words }: z.infer<typeof Answer>, durationMs: number): Heard[] {
  if (text.trim() === '') return [];
  const timed = (words ?? []).map(wordOf);
  return [{ fromMs: timed[0]?.fromMs ?? 0, toMs: timed.at(-1)?.toMs ?? durationMs, text, ...(timed.length > 0 ? { words: timed } : {}) }];
}

function bySegment(segments: readonly z.infer<typeof Segment>[], beside: readonly z.infer<typeof Word>[]): Heard[] {
  return segments.filter((segment) => !isSilence(segment)).map((segment) => {
    // OpenAI tells words beside the segments, others within.
    const own = (segment.words ?? beside.filter(({ start, end }) => isWithin((start + end) / 2, segment))).map(wordOf);
    return { fromMs: ms(segment.start), toMs: ms(segment.end), text: segment.text, ...(own.length > 0 ? { words: own } : {}) };
  });
}

const isWithin = (at: number, { start, end }: { start: number; end: number }): boolean => at >= start && at < end;
