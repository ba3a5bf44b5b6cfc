import { describe, expect, it } from '@jest/globals';
import { spellRight } from '../index.ts';

const glossary = [{ text: 'Yaji', heardAs: ['ya G', 'yah gee'] }, { text: 'River Bend Park', heardAs: ['river band park'] }, { text: '雅集', heardAs: ['雅吉', '牙籍'] }, { text: 'C++ (new)', heardAs: [] }];

describe('the glossary of a salon', () => {
  it('has names written as it wants them, whole words only, in any script', () => {
    expect(spellRight('welcome to YAJI at river band park, yah gee!', glossary)).toBe('welcome to Yaji at River Bend Park, Yaji!');
    expect(spellRight('欢迎来到牙籍。', glossary)).toBe('欢迎来到雅集。');
    expect(spellRight('yajin and xyaji', glossary)).toBe('yajin and xyaji');
    expect(spellRight('we like c++ (NEW).', glossary)).toBe('we like C++ (new).');
    expect(spellRight('as it is', [])).toBe('as it is');
  });
});
