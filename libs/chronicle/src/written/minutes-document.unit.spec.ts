import { describe, expect, it } from '@jest/globals';
import { minutesOf, minutesToMarkdown } from '../index.ts';
import { asks, at, closes, ends, grants, logOf, measures, person, question, says } from '../../test/steps.ts';
import { id } from '../../../salon/test/steps.ts';
import { lengthOf, momentIn } from './moment.ts';
import { plain } from '../document/plain.ts';

const talk = minutesOf(logOf(
  grants(10, 'ann', 0), ends(73, 1), measures(74, 1, 50_000), asks(80, 'bob', 'How | much?\n# now', { as: 'q', anonymous: true }),
  says('mod', 'question.approve', question('q'), at(81)), says('ann', 'question.answer', { ...question('q'), text: '*a lot*' }, at(90)), closes(100),
));

describe('plain', () => {
  it.each([
    ['[here](http://evil.example)', '\\[here\\](http:\u2060//evil.example)'],
    ['<img src=x onerror=alert(1)>', '\\<img src\\=x onerror\\=alert(1)\\>'],
    ['www.evil.example', 'www\u2060.evil.example'],
    ['a@evil.example', 'a@\u2060evil.example'],
    ['mailto:x', 'mailto:\u2060x'],
    ['**bold** _it_ `code` ~~no~~', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~'],
    ['a | b', 'a \\| b'],
    ['# title', '\\# title'],
    ['- list', '\\- list'],
    ['1. one', '1\u2060. one'],
    ['two\n\nlines\t', 'two lines'],
    ['&lt;b&gt; \\', '\\&lt;b\\&gt; \\\\'],
    ['x\n===', 'x \\=\\=\\='],
    ['李明（示例）', '李明（示例）'],
  ])('[CH6] lets %j be nothing but text', (written, shown) => expect(plain(written)).toBe(shown));

  it('[CH6] shows exactly what was written once Markdown has taken its marks away', () => {
    const written = '*_`[]<>#|~&$^={}\\ http://x.example a@b.example 1) - end';
    expect(plain(written).replace(/\\(.)/g, '$1').replaceAll('\u2060', '')).toBe(written);
  });
});

describe('times', () => {
  it('[CH7] are told in the zone that is asked for', () => {
    const instant = Date.UTC(2026, 10, 21, 16, 30, 5);
    expect(momentIn('Asia/Shanghai', instant)).toEqual({ date: '2026-11-22', clock: '00:30:05' });
    expect(momentIn('America/Sao_Paulo', instant)).toEqual({ date: '2026-11-21', clock: '13:30:05' });
    expect(momentIn('No/Where', instant)).toEqual({ date: '2026-11-21', clock: '16:30:05' });
  });

  it('[CH2] of a turn are told to the second', () => expect([0, 59_499, 63_000, 3_723_000].map(lengthOf)).toEqual(['0:00', '0:59', '1:03', '1:02:03']));
});

describe('the document', () => {
  it('[CH7] says the same in both languages', () => {
    const en = minutesToMarkdown(talk, { language: 'en', timeZone: 'Asia/Shanghai' });
    const zh = minutesToMarkdown(talk, { language: 'zh-CN', timeZone: 'Asia/Shanghai' });
    expect(en).toContain('| 1 | ann | ann Park | – | 20:00:10 | 1:03 | 0:50 | finished |');
    expect(zh).toContain('| 1 | ann | ann Park | – | 20:00:10 | 1:03 | 0:50 | 发言完毕 |');
    expect(zh.split('\n')).toHaveLength(en.split('\n').length);
    expect(zh).toContain('# 会议纪要：Salon（中）');
  });

  it('[CH5] [CH6] writes questions as plain text, without the anonymous asker', () => {
    const en = minutesToMarkdown(talk, { language: 'en', timeZone: 'UTC' });
    expect(en).toContain('**1. How \\| much? \\# now** anonymous, 12:01:20, 0 votes\n\n- Written answer by ann, 12:01:30: \\*a lot\\*');
    expect(en.split('**Questions')[1]).not.toContain('bob');
  });

  it('[CH17] tells a poll as far as the room was shown it, and who answered what never', () => {
    const poll = (as: string, kind: 'single' | 'rating', results: 'live' | 'published', second: number) => [
      says('mod', 'poll.prepare', { plan: { kind, title: { en: `Poll ${as}` }, options: kind === 'single' ? [{ optionId: 'a', title: { en: 'A | B' } }, { optionId: 'c', title: { en: 'C' } }] : [], results, changeable: true } }, { ...at(second), as }),
      says('mod', 'poll.open', { pollId: id(as) }, at(second + 1)),
      says('ann', 'poll.answer', { pollId: id(as), answer: kind === 'single' ? { options: ['a'] } : { rating: 4 } }, at(second + 2)),
      says('mod', 'poll.close', { pollId: id(as) }, at(second + 3)),
    ];
    const minutes = minutesOf(logOf(poll('p1', 'single', 'live', 10), poll('p2', 'rating', 'published', 20), closes(100)));
    const en = minutesToMarkdown(minutes, { language: 'en', timeZone: 'UTC' });
    expect(en).toContain('**Poll: Poll p1** one choice, 12:00:11, 1 answer\n\n| Choice | Number |\n| --- | ---: |\n| A \\| B | 1 |\n| C | 0 |');
    expect(en).toContain('**Poll: Poll p2** rating 1 to 5, 12:00:21, 1 answer\n\nThe result was not published.');
    expect(JSON.stringify(minutes.polls)).not.toContain(person('ann'));
    expect(minutesToMarkdown(minutesOf(logOf(closes(100))), { language: 'en', timeZone: 'UTC' })).not.toContain('Poll');
  });

  it('[CH8] says what was erased, and speaks of decisions only where there are some', () => {
    const erased = { ...talk, turns: talk.turns.map((turn) => ({ ...turn, speaker: { ...turn.speaker, name: null } })) };
    const en = minutesToMarkdown(erased, { language: 'en', timeZone: 'UTC' });
    expect(en).toContain('| 1 | (removed) |');
    expect(en).not.toContain('## Decisions');
    for (const section of ['Motions', 'Awards']) expect(en).not.toContain(section);
    const decided = minutesToMarkdown({ ...talk, decisions: [{ motionId: id('m'), at: 0, title: { en: 'Park' }, text: null, sentence: { en: 'Carried.' } }] }, { language: 'en', timeZone: 'UTC' });
    expect(decided).toContain('## Decisions\n\n**1. Park** (00:00:00)\n\n> (removed)\n\n**Carried.**');
  });

  it('of a room in which nothing was said says so', () => {
    const en = minutesToMarkdown(minutesOf(logOf(closes(5))), { language: 'en', timeZone: 'UTC' });
    expect(en).toContain('Nobody took the floor.');
    expect(en).toContain('No question was put before the room.');
  });
});
