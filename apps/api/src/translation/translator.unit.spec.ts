import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type FakeService, fakeService, type Mood } from '../../../../test/support/translation-service.ts';
import { newTranslator, type Patience, type Translator } from './translator.ts';

const chinese = '谁来支付新的孵化器？';
const english = 'Who will pay for the new incubator?';
const among = ['en', 'zh-CN'];
const hasty: Patience = { answerWithinMs: 200, wholeWithinMs: 2_000, pausesMs: [5, 10], rest: { failures: 4, restMs: 300, longestMs: 60_000 } };

let service: FakeService;
let reports: string[];
let translator: Translator;

/** What comes of it once it rests no more; within five seconds. */
async function afterRest(): Promise<unknown> {
  for (let n = 0; n < 100 && translator.resting(); n += 1) await new Promise((resolve) => { setTimeout(resolve, 50); });
  return translator.translate(chinese, among);
}

const given = (key: string | null = 'a key', url = service.url): Translator => {
  translator = newTranslator({ url, key }, ({ why, message }, target) => { reports.push(`${why} ${target} ${message}`); }, hasty);
  return translator;
};

describe('the translator', () => {
  beforeEach(async () => {
    service = await fakeService([{ zh: chinese, en: english }], { key: 'a key' });
    reports = [];
  });
  afterEach(() => {
    translator.close();
    return service.close();
  });

  it('says a text in the other languages, each asked for once', async () => {
    expect(await given().translate(chinese, among)).toEqual({ language: 'zh-CN', texts: { en: english } });
    expect(await translator.translate(english, among)).toEqual({ language: 'en', texts: { 'zh-CN': chinese } });
    expect(service.asked).toEqual([{ q: chinese, source: 'zh', target: 'en' }, { q: english, source: 'en', target: 'zh' }]);
  });

  it('lets the service find out the language where letters do not tell, and takes no translation into itself', async () => {
    expect(await given().translate(english, ['en', 'es', 'zh-CN'])).toEqual({ language: 'en', texts: { 'zh-CN': chinese } });
    // Spanish is not known to it: once refused, once told, and no reason to rest.
    expect(service.asked.map(({ source, target }) => `${source} ${target}`)).toEqual(['auto en', 'en es', 'en zh']);
    await translator.translate(english, ['en', 'es', 'zh-CN']);
    expect(reports).toEqual([expect.stringMatching(/^refused es .*answered 400$/)]);
    expect(translator.resting()).toBe(false);
  });

  it.each<[Mood, number, string]>([
    ['slow', 3, 'away en the translation service did not answer in time'],
    ['busy', 3, 'away en the translation service answered 429'],
    ['broken', 3, 'away en the translation service answered 500'],
    ['no-key', 1, 'wrong en the translation service answered 403'],
    ['malformed', 1, 'wrong en the translation service answered something else than a translation'],
    ['html', 1, 'wrong en the translation service answered no JSON (SyntaxError)'],
    ['redirecting', 1, 'wrong en the translation service answered 307'],
    ['oversized', 1, 'wrong en the translation service answered too much'],
  ])('does without a service that is %s, after asking %i times, and tells once, without a word of the text', async (mood, times, report) => {
    service.mood = mood;
    expect(await given().translate(chinese, among)).toBe('failed');
    expect(service.asked).toHaveLength(times);
    await translator.translate(chinese, among);
    expect(reports).toEqual([report]);
    expect(service.trapped).toBe(0);
  });

  it('does not hammer a dead service, and takes it up again by itself', async () => {
    service.mood = 'broken';
    given();
    for (let n = 0; n < 20; n += 1) await translator.translate(chinese, among);
    expect(service.asked).toHaveLength(4);
    expect([translator.resting(), await translator.translate(chinese, among)]).toEqual([true, 'resting']);
    service.mood = 'well';
    expect(await afterRest()).toMatchObject({ texts: { en: english } });
    service.mood = 'broken';
    await translator.translate(chinese, among);
    expect(reports).toHaveLength(2);
  });

  it('rests as long as ever, however many were under way when the service died', async () => {
    service.mood = 'broken';
    given();
    await Promise.all(Array.from({ length: 20 }, () => translator.translate(chinese, among)));
    service.mood = 'well';
    expect(await afterRest()).toMatchObject({ texts: { en: english } });
  });

  it('works without a key where none is wanted, and with nobody there fails in time', async () => {
    const open = await fakeService([{ zh: chinese, en: english }]);
    expect(await given(null, open.url).translate(chinese, among)).toMatchObject({ texts: { en: english } });
    await open.close();
    expect(await given(null, open.url).translate(chinese, among)).toBe('failed');
    expect(reports).toEqual(['away en the translation service cannot be reached']);
  });

  it('ends what is under way when it closes', async () => {
    service.mood = 'slow';
    const asked = given().translate(chinese, among);
    translator.close();
    expect(await asked).toBe('failed');
    expect(reports).toEqual([]);
  });
});
