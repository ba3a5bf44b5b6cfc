import { describe, expect, it } from '@jest/globals';
import type { ItemId, LocalText, Recorded, TopicId } from '@yaji/contracts';
import type { Document } from '../document/document.ts';
import { documentToMarkdown, logAlone, type Material, minutesLanguages, minutesOf, reportDocument, reportOf, type Statement, statementKey } from '../index.ts';
import { asks, at, closes, ends, grants, logOf, person, question, says, startsTopic, t0 } from '../../test/steps.ts';
import { id } from '../../../salon/test/steps.ts';
import { asks as objections, counts, logFrom, ticks } from '../../test/votes.ts';
import { closes as closesVote, moved, opensVote, votes } from '../../../salon/test/voting.ts';

const plain = (log: readonly Recorded[], more: Partial<Material> = {}): Material => ({ ...logAlone(minutesOf(log)), ...more });
const told = (material: Material, language: 'en' | 'zh-CN' = 'en', approved?: ReadonlySet<string>): Document =>
  reportDocument(reportOf(material, { timeZone: 'Asia/Shanghai', ...(approved ? { quotes: 'approved', approved } : { quotes: 'all' }) }), language);
const text = (...known: Parameters<typeof told>): string => documentToMarkdown(told(...known));

const spoken = logOf(startsTopic(5, 'table', 'one'), grants(10, 'ann', 0), ends(70, 1), grants(80, 'bob', 1), ends(120, 2), closes(3_720));
const said = (name: string, turn: number, words: string, language = 'en'): Statement =>
  ({ lineIds: [`${name}-${turn}`], turn, participantId: person(name), language, fromAt: t0 + 12_000, toAt: t0 + 15_000, text: words });
const place = { itemId: 'table' as ItemId, topicId: 'one' as TopicId };
const summary = (statement: Statement, words: Partial<Record<string, string>> = {}): Material['summary'] => ({
  turns: [{ turn: statement.turn ?? 0, statements: [statement], told: Object.fromEntries(Object.entries(words).map(([language, one]) => [language, [{ text: one ?? '', evidence: [statement] }]])) }],
  topics: [{ ...place, statements: [statement], told: {} }], room: { statements: [], told: {} },
});

describe('the report without a transcript', () => {
  it('[CR1] tells who came together, when, how long, and who spoke on what', () => {
    const host: LocalText = { en: 'the river club', 'zh-CN': '河社' };
    const material = plain(spoken, { occasion: { title: { en: 'Week of rivers' }, host, next: { title: { en: 'Autumn' }, at: Date.UTC(2026, 11, 1) } } });
    expect(text(material)).toBe(`# Two speakers discuss “one”

The river club brought together six people from six organisations for “Salon”, part of “Week of rivers”, held online on Saturday, 21 November 2026.

mod of mod Park and moe of moe Park chaired. Over 1 hour 2 minutes, two speakers took the floor. The discussion turned on “one”.

## one

ann of ann Park and bob of bob Park spoke on the topic.

## What comes next

The next event, “Autumn”, is set for Tuesday, 1 December 2026.

This report rests on the room’s log up to entry ${spoken.length}.
`);
    expect(text(material, 'zh-CN')).toContain('2026年11月21日，由河社主办的“Week of rivers”之“Salon（中）”在线上举行，来自6家机构的6名代表参加。');
  });

  it('[CR1] says nothing more of a room that nobody opened, came to, spoke in or closed', () => {
    expect(text(plain([]))).toContain('There is no record that the meeting was opened.');
    expect(text(plain([]), 'zh-CN')).toContain('会议未有召开记录。');
    const empty = spoken.filter(({ type }) => type === 'RoomOpened');
    expect(text(plain(empty))).toContain('Nobody took part in “Salon” on Saturday, 21 November 2026.');
    expect(text(plain(empty))).toContain('Nobody took the floor. The meeting had not ended when this was written.');
    expect(text(plain(empty), 'zh-CN')).toMatch(/无人到会。[^]*会上无人发言。截至发稿时，会议尚未结束。/);
  });

  it('[CR5] tells questions with their answers, and of who asked anonymously nothing', () => {
    const log = logOf(
      asks(10, 'ann', 'Who pays?', { as: 'q1' }), asks(11, 'bob', 'And <b>when</b>?', { as: 'q2', anonymous: true }), says('mod', 'question.approve', question('q1'), at(20)), says('mod', 'question.approve', question('q2'), at(21)),
      says('cat', 'question.upvote', question('q2'), at(22)), says('cat', 'question.answer', { ...question('q1'), text: 'We do.' }, at(30)), closes(60),
    );
    expect(text(plain(log))).toContain('Two questions were put to the meeting; one was answered.');
    expect(text(plain(log))).toContain('An anonymous question, backed by one vote, read: “And \\<b\\>when\\</b\\>?”\n\nann of ann Park asked: “Who pays?” cat of cat Park answered in writing: “We do.”');
    expect(text(plain(log), 'zh-CN')).toContain('有与会者匿名提问（获1票支持）：“And');
    expect(text(plain(log))).not.toContain('bob');
  });

  it('[CR5] tells each vote as it ended, and of no person what they chose', () => {
    const outcomes = {
      carried: logFrom(moved(), opensVote(), votes('ann'), votes('bob', 'no'), votes('cat'), closesVote()), unanimous: logFrom(moved(), opensVote(), votes('ann'), votes('bob'), closesVote()),
      lost: logFrom(moved(), opensVote(), votes('ann', 'no'), closesVote()), void: logFrom(moved(), opensVote(), says('mod', 'ballot.cancel', { ballotId: id('ballot-1') })),
      quiet: logFrom(moved(), objections(), ticks(t0 + 90_000)), open: logFrom(moved()), secret: logFrom(moved(), opensVote({ secrecy: 'secret' }), closesVote(), counts({ yes: 2, no: 1 }, ['ann', 'bob', 'cat'])),
    };
    const sentence = (log: readonly Recorded[], language: 'en' | 'zh-CN' = 'en'): string => text(plain(log), language);
    expect(sentence(outcomes.carried)).toContain('was carried, with two votes for and one against.');
    expect(sentence(outcomes.unanimous)).toContain('# Salon: “Admission” carried unanimously');
    expect(sentence(outcomes.unanimous, 'zh-CN')).toContain('# Salon（中） 一致通过“Admission”');
    expect(sentence(outcomes.lost)).toContain('was lost, with no votes for and one against.');
    expect(sentence(outcomes.void, 'zh-CN')).toContain('的表决已撤销。');
    expect(sentence(outcomes.quiet)).toContain('was adopted without objection.');
    expect(sentence(outcomes.open)).toContain('was not decided.');
    expect(sentence(outcomes.secret)).toContain('was carried, with two votes for and one against.');
    for (const log of Object.values(outcomes)) expect(sentence(log).replace(/moved by ann of ann Park and seconded by bob of bob Park/, '')).not.toMatch(/\b(ann|bob|cat) of/);
  });
});

describe('quotations', () => {
  const words = 'Open the "door", *please*.';

  it('[CR2] [CR6] stand letter by letter, with their speaker and their second', () => {
    const { blocks } = told(plain(spoken, { summary: summary(said('ann', 1, words)) }));
    const block = blocks.find((one) => one.kind === 'paragraph' && one.runs.some(({ text: run }) => run === `“${words}”`));
    expect(block).toEqual({ kind: 'paragraph', key: null, runs: [{ text: 'ann of ann Park said: ' }, { text: `“${words}”`, moment: t0 + 12_000 }] });
  });

  it('[CR2] of another language stand in other words where there are some, else as they were said', () => {
    const foreign = said('ann', 1, '开门。', 'zh-CN');
    expect(text(plain(spoken, { summary: summary(foreign) }))).toContain('ann of ann Park said in Chinese: “开门。”');
    expect(text(plain(spoken, { summary: summary(foreign, { en: 'The door should be opened.' }) }))).toContain('ann of ann Park, in short: The door should be opened.');
    expect(text(plain(spoken, { summary: summary(foreign, { en: 'It was ann who asked for the door to be opened.' }) }))).toContain('\n\nIt was ann who asked for the door to be opened.\n');
    expect(text(plain(spoken, { summary: summary(foreign, { en: 'The door should be opened.' }) }), 'zh-CN')).toContain('ann（ann Park）表示：“开门。”');
    expect(text(plain(spoken, { summary: summary(said('ann', 1, words)) }), 'zh-CN')).toContain('ann（ann Park）用英语表示：“');
  });

  it('[CR3] that were not approved are left out, and their speakers only named', () => {
    const statement = said('ann', 1, words);
    const material = plain(spoken, { summary: summary(statement) });
    expect(text(material, 'en', new Set())).not.toContain('door');
    expect(text(material, 'en', new Set())).toContain('ann of ann Park and bob of bob Park spoke on the topic.');
    expect(text(material, 'en', new Set([statementKey(statement)]))).toContain('door');
    expect(text(material, 'en', new Set([statementKey({ ...statement, text: `${words}!` })]))).not.toContain('door');
  });
});

describe('pictures and names', () => {
  const picture = { pictureId: 'p1', at: t0 + 30_000, kind: 'speaker' as const, ...place, turn: 1, shows: [person('ann')], width: 640, height: 360 };

  it('[CR4] are told by who is seen', () => {
    const group = { ...picture, pictureId: 'p2', kind: 'group' as const, turn: null, shows: [person('bob'), person('ann')] };
    const material = plain(spoken, { pictures: [picture, group, { ...picture, pictureId: 'p3', shows: [person('bob')] }] });
    const captions = (language: 'en' | 'zh-CN') => told(material, language).blocks.flatMap((block) => (block.kind === 'figure' ? [[block.pictureId, block.caption]] : []));
    expect(captions('en')).toEqual([['p2', 'On stage: bob of bob Park and ann of ann Park.'], ['p1', 'ann of ann Park speaking on “one”.'], ['p3', 'In the picture: bob of bob Park.']]);
    expect(captions('zh-CN')).toEqual([['p2', '图为与会嘉宾：bob（bob Park）、ann（ann Park）。'], ['p1', '图为ann（ann Park）就“one（中）”发言。'], ['p3', '图为bob（bob Park）。']]);
  });

  it('[CR4] that were erased are nowhere, and titles over several lines are one', () => {
    const log = spoken.map((record) => (record.type === 'MemberExpected' && record.data.participantId === person('ann') ? { ...record, words: null } : record))
      .filter((record) => record.type !== 'MemberJoined' || record.data.participantId !== person('ann'))
      .map((record): Recorded => (record.type === 'RoomOpened' ? { ...record, data: { ...record.data, title: { en: 'Two\nlines #1' }, languages: ['en'] } } : record));
    for (const language of minutesLanguages) {
      const shown = text(plain(log, { pictures: [picture], summary: summary(said('ann', 1, 'Hm.')) }), language);
      expect(shown).not.toMatch(/\bann\b/i);
      expect(shown).toContain('Two lines \\#1');
    }
  });
});
