import { describe, expect, it } from '@jest/globals';
import type { EditList } from '@yaji/chronicle';
import { metadataOf } from './join.ts';

const chapter = (title: string, offsetMs: number, durationMs: number) => ({ turn: 1, participantId: '' as never, title, offsetMs, durationMs });
const marks = (chapters: EditList['chapters'], durationMs: number): string[] =>
  [...metadataOf({ title: { en: 'Salon; a=b' }, languages: ['en'], startedAt: 0, durationMs, pieces: [], cuts: [], unheard: [], chapters }).matchAll(/START=(\d+)\nEND=(\d+)\ntitle=(.*)\n/g)].map(([, from = '', to = '', title = '']) => `${from}-${to} ${title}`);

describe('the chapters of a file', () => {
  it('are the turns, and title cards before, between and after them, but not for a breath', () => {
    expect(marks([chapter('Ann', 5_000, 10_000), chapter('Bob', 16_000, 4_000), chapter('Cat', 60_000, 1_000)], 90_000)).toEqual([
      '0-5000 Salon\\; a\\=b', '5000-15000 Ann', '16000-20000 Bob', '20000-60000 Salon\\; a\\=b', '60000-61000 Cat', '61000-90000 Salon\\; a\\=b',
    ]);
    expect(marks([chapter('Ann', 0, 10_000)], 11_000)).toEqual(['0-10000 Ann']);
    expect(marks([], 11_000)).toEqual([]);
  });
});
