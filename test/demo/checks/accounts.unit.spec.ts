import { describe, expect, it } from '@jest/globals';
import { accountOf, type Beside, emptyDraft, type Picture, type Statement } from '@yaji/chronicle';
import type { Document, WrittenKind, WrittenLanguage } from '@yaji/contracts';
import { asks, at, closes, ends, grants, measures, person, question, says, startsTopic, t0 } from '../../../libs/chronicle/test/steps.ts';
import { enters, opens, play } from '../../../libs/salon/test/steps.ts';
import type { Account, Accounts } from '../account/accounts.ts';
import { quotedIn, textsIn } from '../account/quoted.ts';
import { accountRows, type Truth } from './accounts.ts';

const sentence = 'We shall publish one calendar for all parks.';
const everybody = ['own', 'mod', 'moe', 'ann', 'bob', 'cat'];
const { log } = play([
  opens(), ...everybody.map((name) => enters(name, 'speaker', { at: t0, organisation: `${name} park` })),
  startsTopic(5, 'table', 'one'), grants(10, 'ann', 0), ends(70, 1), measures(71, 1, 55_000), startsTopic(72, 'table', 'two'), grants(75, 'bob', 1),
  asks(80, 'cat', 'Who pays?', { as: 'q' }), says('mod', 'question.approve', question('q'), at(82)), says('ann', 'question.upvote', question('q'), at(84)), says('mod', 'question.answer', { ...question('q'), text: null }, at(100)),
  ends(135, 2), measures(136, 2, 58_000), closes(190),
]);
const statement: Statement = { lineIds: ['a'], turn: 1, participantId: person('ann'), language: 'en', fromAt: t0 + 30_000, toAt: t0 + 33_000, text: sentence };
const pictures = ['ann', 'bob', 'cat'].map((name, n): Picture => ({ pictureId: `turn-${n + 1}`, at: t0 + 40_000, kind: 'speaker', itemId: 'table' as never, topicId: (n === 0 ? 'one' : 'two') as never, turn: n + 1, shows: [person(name)], width: 320, height: 180 }));
const essence = { statements: [statement], told: {} };
const beside = (quotes: boolean): Beside => ({
  occasion: { title: null, host: null, next: null }, timeZone: 'UTC', answers: [], pictures,
  summary: quotes ? { turns: [{ turn: 1, ...essence }], topics: [{ itemId: 'table' as never, topicId: 'one' as never, ...essence }], room: essence } : null,
});
const plates = new Map(everybody.map((name) => [person(name), { en: name }]));
const truth: Truth = { log, plates, timeZone: 'UTC', saidBy: new Map([[sentence, person('ann')]]), hears: true, lies: null };
/** Of these three, only the one that is named fills the picture. */
const portraitOf = (shown: string) => new Map(['ann', 'bob', 'cat'].map((name) => [person(name), name === shown ? 0.8 : 0]));

/** As they are fetched where all is well; `spoil` changes one document before its files are made. */
function accounts({ quotes = true, spoil = (document: Document): Document => document, change = (account: Account): Account => account } = {}): Accounts {
  const made = (['minutes', 'report'] as const).flatMap((kind: WrittenKind) => (['en', 'zh-CN'] as const).map((language: WrittenLanguage): Account => {
    const document = spoil(accountOf(log, beside(quotes), { kind, draft: emptyDraft })[language]);
    const text = textsIn(document).join('\n');
    return change({
      kind, language, upTo: log.length, document, files: [{ format: 'docx', reader: 'a', text }, { format: 'pdf', reader: 'b', text }],
      quotes: quotedIn(document, new Set([sentence])).map((quote) => ({ ...quote, heard: sentence })),
      portraits: new Map(pictures.map(({ pictureId }, n) => [pictureId, portraitOf(['ann', 'bob', 'cat'][n] ?? '')])),
    });
  }));
  return { accounts: made, lines: quotes ? [{ lineId: 'a', turn: 1, participantId: person('ann'), language: 'en', fromAt: 0, toAt: 1, text: sentence }] : [], notes: [] };
}
const wrong = (given: Accounts | null, held: Truth = truth): string[] => accountRows(given, held).flatMap(({ what, ok, seen }) => (ok ? [] : [`${what}: ${seen}`]));
const reworded = (from: string | RegExp, to: string) => (document: Document): Document => JSON.parse(JSON.stringify(document).replace(from, to)) as Document;

describe('what the demo holds minutes and reports against', () => {
  it('is content where all is as it was', () => expect(wrong(accounts())).toEqual([]));
  it('is content with minutes without quotes where nothing was written down, and not with quotes then', () => {
    expect(wrong(accounts({ quotes: false }), { ...truth, hears: false })).toEqual([]);
    expect(wrong(accounts(), { ...truth, hears: false })).toHaveLength(5);
    expect(wrong(accounts({ quotes: false }))).toHaveLength(5);
  });
  it.each([
    ['a head count', /Present: 6/, 'Present: 7'], ['a word for a number', /6 people|Six people|six people/, 'Nine people'], ['a length', /2:0[0-9]|1:00/g, '9:59'],
    ['a time of the day', /12:01:15/, '12:01:47'], ['a share', /51 %/, '61 %'], ['a figure that was never there', /“Who pays\?”/, '“Who pays?” The fee is 400'], ['a Chinese one', /出席 6 人/, '出席 8 人'],
  ])('finds %s that is another', (_, from, to) => expect(wrong(accounts({ spoil: reworded(from, to) })).filter((one) => one.includes('every figure'))).not.toEqual([]));
  it('finds a quote that is given to somebody else, that is heard elsewhere, and that has no second', () => {
    expect(wrong(accounts({ change: (account) => ({ ...account, quotes: account.quotes.map((quote) => ({ ...quote, by: 'bob' })) }) }))).toHaveLength(4);
    expect(wrong(accounts({ change: (account) => ({ ...account, quotes: account.quotes.map((quote) => ({ ...quote, heard: null })) }) }))).toHaveLength(4);
    expect(quotedIn(reworded(/"moment":\d+/g, '"strong":true')(accountOf(log, beside(true), { kind: 'minutes', draft: emptyDraft }).en), new Set([sentence]))[0]?.at).toBe(0);
  });
  it('finds a file that says less, and one that is missing', () => {
    expect(wrong(accounts({ change: (account) => ({ ...account, files: account.files.map((file) => ({ ...file, text: file.text.replaceAll('ann', 'amn') })) }) }))).toHaveLength(4);
    expect(wrong(accounts({ change: (account) => ({ ...account, files: account.files.slice(1) }) }))).toHaveLength(4);
  });
  it('finds a picture of somebody else, and too few', () => {
    expect(wrong(accounts({ change: (account) => ({ ...account, portraits: new Map([...account.portraits.keys()].map((id) => [id, portraitOf('bob')])) }) }))).toHaveLength(2);
    expect(wrong(accounts({ spoil: (document) => ({ ...document, blocks: document.blocks.filter((block) => block.kind !== 'figure') }) }))).toHaveLength(2);
  });
  it('finds a line under the wrong name', () => expect(wrong({ ...accounts(), lines: [{ lineId: 'a', turn: 1, participantId: person('bob'), language: 'en', fromAt: 0, toAt: 1, text: sentence }] })).toHaveLength(1));
  it('finds a lie, a service that was not asked, and reviewers who were not told', () => {
    const lies = { told: ['Nobody came.'], asked: 3 };
    const warned = { ...accounts(), notes: [{ what: 'unsupported' as const, count: 2 }] };
    expect(wrong(warned, { ...truth, lies })).toEqual([]);
    expect(wrong({ ...warned, accounts: warned.accounts.map((account) => ({ ...account, files: account.files.map((file) => ({ ...file, text: `${file.text} Nobody\ncame.` })) })) }, { ...truth, lies })).toHaveLength(1);
    expect(wrong(warned, { ...truth, lies: { ...lies, asked: 0 } })).toHaveLength(1);
    expect(wrong(accounts(), { ...truth, lies })).toHaveLength(1);
  });
  it('finds that there are none', () => expect(wrong(null)).toHaveLength(1));
});
