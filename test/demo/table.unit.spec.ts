import { describe, expect, it } from '@jest/globals';
import { gridOf, tableOf } from './table.ts';

describe('the table', () => {
  it('marks what is right and what is wrong, in columns', () => {
    expect(tableOf([{ what: 'minutes', seen: '6 of 6', ok: true }, { what: 'recording', seen: 'there is none', ok: false }]))
      .toBe('✓  minutes    6 of 6\n✗  recording  there is none');
  });
  it('counts a Chinese sign as two columns, and leaves out who was not there', () => {
    expect(gridOf(['Ana', 'Late'], [{ name: '1 林', cells: [{ ok: true, text: '0.4' }, null] }, { name: '2 Wells', cells: [{ ok: false, text: '0' }, { ok: true, text: '1' }] }]))
      .toBe('         Ana    Late\n1 林     ✓ 0.4  –\n2 Wells  ✗ 0    ✓ 1');
  });
});
