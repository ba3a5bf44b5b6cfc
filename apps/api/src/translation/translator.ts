import { setTimeout as wait } from 'node:timers/promises';
import type { Language, Translation } from '@yaji/contracts';
import { tongueOf, writtenIn } from '@yaji/salon';
import { type Answered, type Asked, askService, type Service, TranslationFailed } from './ask-service.ts';
import { type BreakerTimes, newBreaker } from './breaker.ts';

/** `answerWithinMs`: one answer; `wholeWithinMs`: everything about one text. Another try comes after each pause, more or less. */
export type Patience = { answerWithinMs: number; wholeWithinMs: number; pausesMs: readonly number[]; rest: BreakerTimes };

/** The whole is less than the half minute for which a process claims a text. */
const usual: Patience = { answerWithinMs: 5_000, wholeWithinMs: 25_000, pausesMs: [250, 1_000], rest: { failures: 4, restMs: 15_000, longestMs: 300_000 } };

export type Translator = {
  /** Whether there is no use in asking now. */
  resting(): boolean;
  /** What a text says in each of these languages that it is not written in; one that the service does not translate into is left out. `resting`: nothing was asked. */
  translate(text: string, languages: readonly Language[]): Promise<Translation | 'failed' | 'resting'>;
  close(): void;
};

type Report = (failure: TranslationFailed, target: Language) => void;

/** `report` hears of the first failure of each outage, and once of each language that is refused. */
export function newTranslator(service: Service, report: Report, patience: Patience = usual): Translator {
  const { answerWithinMs, wholeWithinMs, pausesMs, rest } = patience;
  const breaker = newBreaker(rest, Date.now);
  const closing = new AbortController();
  const outages = toldOnce(report);

  const once = async (asked: Asked, whole: AbortSignal): Promise<Answered> => {
    try {
      const answer = await askService(service, asked, AbortSignal.any([whole, AbortSignal.timeout(answerWithinMs)]));
      breaker.worked();
      outages.over();
      return answer;
    } catch (error) {
      // A refusal is an answer: the service is well.
      if (error instanceof TranslationFailed && error.why === 'refused') breaker.worked();
      else breaker.failed();
      throw error;
    }
  };

  /** Null: it was refused. Rejects when the service failed for good. */
  const ask = async (asked: Asked, whole: AbortSignal): Promise<Answered | null> => {
    for (let tries = 0; ; tries += 1) {
      try {
        return await once(asked, whole);
      } catch (error) {
        if (!(error instanceof TranslationFailed) || closing.signal.aborted) throw error;
        outages.note(error, asked);
        if (error.why === 'refused') return null;
        const pause = pausesMs[tries];
        if (error.why === 'wrong' || pause === undefined) throw error;
        await wait(pause * (1 + Math.random()), undefined, { signal: whole });
        // Others may have failed meanwhile.
        if (!breaker.mayAsk()) throw error;
      }
    }
  };

  return {
    resting: () => breaker.resting(),
    async translate(text, languages) {
      if (!breaker.mayAsk()) return 'resting';
      const whole = AbortSignal.any([closing.signal, AbortSignal.timeout(wholeWithinMs)]);
      try {
        return await intoAll(text, languages, (asked) => ask(asked, whole));
      } catch (error) {
        if (error instanceof TranslationFailed || whole.aborted) return 'failed';
        throw error;
      }
    },
    close: () => { closing.abort(); },
  };
}

function toldOnce(report: Report): { note(failure: TranslationFailed, asked: Asked): void; over(): void } {
  const refused = new Set<Language>();
  let away = false;
  return {
    note: (failure, { target }) => {
      const isRefusal = failure.why === 'refused';
      if (isRefusal ? !refused.has(target) : !away) report(failure, target);
      if (isRefusal) refused.add(target);
      else away = true;
    },
    over: () => { away = false; },
  };
}

async function intoAll(text: string, languages: readonly Language[], ask: (asked: Asked) => Promise<Answered | null>): Promise<Translation> {
  const texts: Translation['texts'] = {};
  let language = writtenIn(text, languages);
  for (const target of languages) {
    if (language !== null && tongueOf(language) === tongueOf(target)) continue;
    const answer = await ask({ text, source: language, target });
    if (!answer) continue;
    const { detected } = answer;
    if (detected !== null) language ??= languages.find((one) => tongueOf(one) === tongueOf(detected)) ?? detected;
    if (language === null || tongueOf(language) !== tongueOf(target)) texts[target] = answer.text;
  }
  return { language, texts };
}
