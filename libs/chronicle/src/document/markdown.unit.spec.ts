import { describe, expect, it } from '@jest/globals';
import { fact, figure, heading, list, moment, quote, strong, table } from './blocks.ts';
import type { Block } from './document.ts';
import { documentToMarkdown, type Links } from './markdown.ts';

const links: Links = { moment: (at) => `/replay?at=${at}`, picture: (pictureId) => `${pictureId}.jpg` };
const written = (...blocks: Block[]): string => documentToMarkdown({ language: 'en', title: '1. A *title*', blocks }, links).split('\n').slice(2).join('\n').trimEnd();

describe('a document as Markdown', () => {
  it('[CM5] shows each block as what it is, and moments as links', () => {
    expect(written(heading(2, '1. Talk')).split('\n')).toEqual(['### 1. Talk']);
    expect(written(fact('Ann said ', moment('“yes”', 7), ' and ', strong('left'), '.'))).toBe('Ann said [“yes”](/replay?at=7) and **left**.');
    expect(written(...list([['one'], ['two']], true))).toBe('1. one\n2. two');
    expect(written(quote('Ann', 'Yes.'))).toBe('> Yes.\n>\n> — Ann');
    expect(written(quote('', 'Yes.'))).toBe('> Yes.');
    expect(written(...table(['a', 'b'], [['x', '1']], [1]))).toBe('| a | b |\n| --- | ---: |\n| x | 1 |');
    expect(written(figure({ pictureId: 'p', caption: 'Ann [x](y)' }))).toBe('![Ann \\[x\\](y)](p.jpg)\n\n*Ann \\[x\\](y)*');
  });

  it('[CM5] [CH6] lets nothing that people wrote be markup, in no place', () => {
    for (const evil of ['# no', '- no', '1. no', '<b>no</b>', '[no](http://no.example)', 'a | b', 'two\n\nlines', '**no**']) {
      const shown = written(fact(evil), ...list([[evil]]), quote(evil, evil), ...table([evil], [[evil]]), fact(strong(evil)), fact(moment(evil, 1)));
      expect(shown).not.toMatch(/<b>|(?<!\\)\[no|[^\\]\]\(http|^(>|-)? ?(#|- -|1\.) no|two\n|\*\*\*\*/m);
    }
    expect(written(fact('see ww', 'w.no.example'))).toBe('see www\u2060.no.example');
  });

  it('[CM5] puts blanks outside the marks and leaves out what is empty', () => {
    expect(written(fact(strong(' a '), 'b'))).toBe('**a** b');
    expect(written(fact('a', strong(' '), 'b'))).toBe('a b');
    expect(documentToMarkdown({ language: 'en', title: 'T', blocks: [fact(moment('a', 1)), figure({ pictureId: 'p', caption: 'c' })] })).toBe('# T\n\na\n\n*c*\n');
  });
});
