import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { QuestionId, Translation } from '@yaji/contracts';
import { alikeAcross, noteWording, noWordings } from '@yaji/salon';
import { freshDatabase, services } from '../support/services.ts';
import { type FakeService, fakeService, type Mood } from '../support/translation-service.ts';
import { type Api, joinBy, makeSalon, personalLink, programme, type Salon, startApi } from './api.ts';
import { type Client, sit } from './client.ts';

const english = 'Who pays for the new incubator?';
const chinese = '谁来支付新的孵化器？';
const reworded = '小型园区可以加入联盟吗？';
const dictionary = [{ zh: chinese, en: 'Who will pay for the new incubator?' }, { zh: reworded, en: 'Can small parks join the league?' }];
const inEnglish: Translation = { language: 'zh-CN', texts: { en: 'Who will pay for the new incubator?' } };
/** Some rounds of the servers. */
const whileMs = 2_500;

let service: FakeService;
let environment: Record<string, string>;
let nodes: Api[];
let salon: Salon;
let chair: Client;
const seated: Client[] = [];

async function enter(who: string, n: 0 | 1 = 0, of = salon): Promise<Client> {
  return enterAt(nodes[n]?.url ?? '', who, of);
}

async function enterAt(url: string, who: string, of = salon): Promise<Client> {
  const client = await sit(url, await joinBy(url, who === 'guest' ? of.links.attendee : personalLink(of, who), who === 'guest' ? 'Guest' : undefined), { roomId: of.roomId });
  seated.push(client);
  return client;
}

async function ask(asker: Client, text: string): Promise<QuestionId> {
  expect(await asker.say('question.ask', { text, anonymous: false })).toMatchObject({ ok: true });
  await chair.until(({ room }) => room.questions.some((one) => one.text === text));
  return chair.room.questions.find((one) => one.text === text)?.questionId as QuestionId;
}

/** What a page knows of questions in other languages. */
const translationsAt = ({ notices }: Client): Record<QuestionId, Translation | null> => {
  const since = notices.slice(notices.findLastIndex(({ name }) => name === 'snapshot'));
  return Object.assign({}, ...since.map(({ name, words }) => (name === 'translations' ? words : {}))) as Record<QuestionId, Translation | null>;
};
const heardOf = (client: Client): string => JSON.stringify(client.notices.filter(({ name }) => name === 'translations'));

const isTranslated = (questionId: QuestionId) => (client: Client): boolean => (translationsAt(client)[questionId] ?? null) !== null;

/** What the desk proposes for merging. */
function suggestedFor(client: Client, questionId: QuestionId) {
  const translations = translationsAt(client);
  const wordings = noWordings<QuestionId>();
  for (const one of client.room.questions) if (one.status === 'approved') noteWording(wordings, one.questionId, one.text ?? '', translations[one.questionId] ?? null);
  const text = client.room.questions.find((one) => one.questionId === questionId)?.text ?? '';
  return alikeAcross(wordings, text, translations[questionId] ?? null).map(({ id, met }) => ({ id, met }));
}

describe('questions across languages, on two processes', () => {
  beforeAll(async () => {
    service = await fakeService(dictionary, { key: 'a key' });
    environment = { DATABASE_URL: await freshDatabase(), REDIS_URL: (await services()).redisUrl, YAJI_TRANSLATION_URL: service.url, YAJI_TRANSLATION_KEY: 'a key' };
    nodes = [await startApi(environment), await startApi(environment)];
  });
  beforeEach(async () => {
    salon = await makeSalon(nodes[0]?.url ?? '', programme({}, { questionEveryMs: 0 }));
    service.mood = 'well';
    service.asked.length = 0;
    chair = await enter('chair');
  });
  afterEach(() => { for (const client of seated.splice(0)) client.close(); });
  afterAll(async () => {
    await Promise.all(nodes.map((api) => api.close()));
    await service.close();
  });

  it('[Q15] a Chinese and an English question on one point are suggested for merging, whoever asked first, also to a moderator at another process who comes later', async () => {
    const [ann, bob] = [await enter('ann'), await enter('bob', 1)];
    const first = await ask(ann, english);
    await chair.say('question.approve', { questionId: first });
    const second = await ask(bob, chinese);
    await chair.until(isTranslated(second), 8_000);
    expect(suggestedFor(chair, second)).toEqual([{ id: first, met: 'en' }]);

    const late = await enter('chair', 1);
    await late.until(isTranslated(second), 8_000);
    expect(translationsAt(late)[second]).toEqual(inEnglish);
    expect(suggestedFor(late, second)).toEqual([{ id: first, met: 'en' }]);
    // Once per wording, not once per process.
    await wait(whileMs);
    expect(service.asked.map(({ q }) => q).sort()).toEqual([english, chinese].sort());
  });

  it('[Q1, Q15] what a waiting question says goes to no attendee, its asker included, until it is approved; then also to who comes later', async () => {
    const [ann, bob] = [await enter('ann'), await enter('bob', 1)];
    const questionId = await ask(ann, chinese);
    await chair.until(isTranslated(questionId), 8_000);
    const early = await enter('guest', 1);
    await wait(whileMs);
    expect([ann, bob, early].map(heardOf)).toEqual(['[]', '[]', '[]']);

    await chair.say('question.approve', { questionId });
    for (const client of [ann, bob, early]) await client.until(isTranslated(questionId), 8_000);
    const late = await enter('guest');
    await late.until(isTranslated(questionId), 8_000);
    expect(translationsAt(late)).toEqual({ [questionId]: inEnglish });
  });

  it('a question that is reworded is translated anew, and one that is not open any more is forgotten', async () => {
    const ann = await enter('ann');
    const questionId = await ask(ann, chinese);
    await chair.until(isTranslated(questionId), 8_000);
    await chair.say('question.edit', { questionId, text: reworded });
    await chair.until((client) => translationsAt(client)[questionId]?.texts['en'] === dictionary[1]?.en, 8_000);
    await chair.say('question.decline', { questionId, reason: 'Asked before' });
    await chair.until((client) => translationsAt(client)[questionId] === null, 8_000);
    expect(heardOf(ann)).toBe('[]');
  });

  it('a salon of one language asks nobody', async () => {
    const alone = await makeSalon(nodes[0]?.url ?? '', programme({ languages: ['en', 'en-GB'] }));
    chair = await enter('chair', 0, alone);
    await ask(await enter('ann', 0, alone), english);
    await wait(whileMs);
    expect([service.asked, heardOf(chair)]).toEqual([[], '[]']);
  });

  it.each<Mood>(['broken', 'busy', 'slow', 'malformed', 'redirecting', 'oversized'])('a service that is %s costs nothing but the suggestion', async (mood) => {
    chair.close();
    service.mood = mood;
    // A process that has not met it yet.
    const api = await startApi(environment);
    chair = await enterAt(api.url, 'chair');
    const ann = await enterAt(api.url, 'ann');
    const questionId = await ask(ann, chinese);
    expect(await chair.say('question.approve', { questionId })).toMatchObject({ ok: true });
    await ann.until(({ room }) => room.questions[0]?.status === 'approved');
    await wait(whileMs);
    expect([heardOf(chair), service.trapped]).toEqual(['[]', 0]);
    expect(service.asked.length).toBeGreaterThanOrEqual(1);
    expect(service.asked.length).toBeLessThanOrEqual(3);
    await api.close();
  });
});
