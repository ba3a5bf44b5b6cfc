import { describe, expect, it } from '@jest/globals';
import type { EntryId, OrganisationId } from '@yaji/contracts';
import type { Reason } from '@yaji/salon';
import i18next from 'i18next';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { id, opening, rehearsal } from '../../../fixtures/rehearsal.ts';
import type { Words } from '../../../i18n/words.ts';
import { reasonWords } from './reason-words.ts';

const languages = ['en', 'zh-CN', 'es'] as const;

async function wordsOf(language: string): Promise<Words> {
  const translation: unknown = JSON.parse(readFileSync(join(process.cwd(), 'apps/web/src/i18n', `${language}.json`), 'utf8'));
  const words = i18next.createInstance();
  await words.init({ lng: language, resources: { [language]: { translation: translation as Record<string, string> } }, nsSeparator: false, interpolation: { escapeValue: false } });
  return (key, values) => words.t(key, values ?? {});
}

function room() {
  const play = rehearsal({ categories: [{ category: 'vote', title: { en: 'To vote at once', 'zh-CN': '立即表决' }, rank: 1 }] });
  for (const name of ['mod', 'lin', 'ana'] as const) play.enter(name);
  const entryId = play.say('lin', 'floor.request', {}, 1) as string as EntryId;
  const lin = play.room.members[id('lin')];
  if (lin) lin.organisationId = 'house' as OrganisationId;
  return { room: play.room, entryId };
}

const { room: here, entryId } = room();
const reasons: Reason[] = [
  { why: 'moved', by: id('mod'), at: opening }, { why: 'moved', by: null, at: opening }, { why: 'answers', entryId }, { why: 'answers', entryId: 'gone' as EntryId },
  { why: 'lane', lane: 'point-of-order' }, { why: 'category', category: 'vote', rank: 1 }, { why: 'category', category: 'unknown', rank: 100 },
  { why: 'first-time', first: true }, { why: 'first-time', first: false },
  { why: 'round-robin', over: 'organisation', group: 'house', had: 2, ahead: 1 }, { why: 'round-robin', over: 'country', group: 'CN', had: 0, ahead: 0 }, { why: 'round-robin', over: 'group', group: null, had: 1, ahead: 0 },
  { why: 'zipper', over: 'stance', group: 'pro', round: 1 }, { why: 'zipper', over: 'group', group: null, round: 2 },
  { why: 'least-time', over: 'person', bookedMs: 95_000, ahead: 0 }, { why: 'least-time', over: 'organisation', bookedMs: 0, ahead: 2 }, { why: 'random' }, { why: 'raised', at: opening },
];

describe('reasons in words', () => {
  it.each(languages)('say each reason as a whole sentence in %s', async (language) => {
    const t = await wordsOf(language);
    for (const reason of reasons) {
      const sentence = reasonWords(reason, { t, room: here, language });
      expect(sentence).toMatch(/[.。]$/u);
      expect(sentence).not.toMatch(/\{\{|reason\.|undefined|null/u);
    }
  });
  it('name the organisation, the country, the side and the kind', async () => {
    const say = async (language: string, reason: Reason) => reasonWords(reason, { t: await wordsOf(language), room: here, language });
    expect(await say('en', { why: 'round-robin', over: 'organisation', group: 'house', had: 2, ahead: 1 })).toBe('House of lin has had 2 turns. 1 other of them asked earlier.');
    expect(await say('zh-CN', { why: 'round-robin', over: 'country', group: 'CN', had: 1, ahead: 0 })).toBe('中国已发言 1 次。');
    expect(await say('es', { why: 'zipper', over: 'stance', group: 'contra', round: 2 })).toBe('Los grupos se alternan: El lado en contra, ronda 2.');
    expect(await say('zh-CN', { why: 'category', category: 'vote', rank: 1 })).toBe('类别：立即表决。');
    expect(await say('en', { why: 'answers', entryId })).toBe('Answers lin in Latin, so it stands directly below.');
  });
});
