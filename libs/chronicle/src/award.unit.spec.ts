import { describe, expect, it } from '@jest/globals';
import type { AwardPlan } from '@yaji/contracts';
import { awardsOf } from './index.ts';
import { cancels, counts, logFrom, written } from '../test/votes.ts';
import { says, scene, t0 } from '../../salon/test/given.ts';
import { closes, id, person } from '../../salon/test/voting.ts';

const nominees = ['ash', 'elm', 'fir', 'oak'].map((optionId) => ({ optionId, title: { en: `*${optionId}*` }, about: null, picture: null }));
const plan: AwardPlan = { title: { en: 'Tree | of the year' }, method: 'ranked', electorate: 'everybody', nominees };
const prepared = [...scene(), says('mod', 'award.prepare', { plan }, { as: 'award' })];
const opens = (as = 'box') => says('mod', 'award.open', { awardId: id('award'), closesAfterMs: null }, { as, at: t0 + 60_000 });
const reveals = (places: number) => says('mod', 'award.reveal', { awardId: id('award'), places });
const counted = [...prepared, opens(), closes('mod', 'box'), counts({ 'ash>elm': 2, 'oak>fir': 1 }, ['ann', 'bob', 'cat'], 'box')];

describe('an award', () => {
  it('[CH23] is told once it was voted on, without a result that the room was not shown', () => {
    expect(awardsOf(logFrom(prepared))).toEqual([]);
    expect(awardsOf(logFrom(prepared, opens()))).toMatchObject([{ title: plan.title, method: 'ranked', status: 'open', voted: null, entitled: null, places: [], digest: null }]);
    expect(awardsOf(logFrom(counted))).toMatchObject([{ status: 'closed', openedAt: t0 + 60_000, voted: { members: 3, weight: 3 }, places: [], complete: false, digest: 'a'.repeat(64) }]);
    expect(JSON.stringify(awardsOf(logFrom(counted)))).not.toMatch(/ash|elm|fir|oak/);
  });

  it('[CH23] is told with the places that were shown, and never who voted what', () => {
    const [some] = awardsOf(logFrom(counted, reveals(2)));
    expect(some).toMatchObject({ complete: false, places: [{ place: 3, title: { en: '*elm*' } }, { place: 3, title: { en: '*fir*' } }] });
    expect(JSON.stringify(some)).not.toMatch(/ash|oak/);
    const all = awardsOf(logFrom(counted, reveals(4)));
    expect(all).toMatchObject([{ complete: true, places: [{ place: 1, title: { en: '*ash*' }, votes: 2 }, { place: 2, title: { en: '*oak*' }, votes: 1 }, {}, {}] }]);
    for (const name of ['ann', 'bob', 'cat']) expect(JSON.stringify(all)).not.toContain(person(name));
  });

  it('[CH23] tells that a vote on it was called off', () => {
    expect(awardsOf(logFrom(prepared, opens(), cancels('box')))).toMatchObject([{ status: 'called-off', calledOff: 1, voted: null, digest: null }]);
    expect(awardsOf(logFrom(prepared, opens(), cancels('box'), opens('again')))).toMatchObject([{ status: 'open', calledOff: 1 }]);
  });

  it('[CH23] [CH6] is written down as far as it was shown', () => {
    expect(written(logFrom(counted, reveals(2)), 'Awards')).toBe(`Annex B: Awards

### 1. Tree \\| of the year

ranked vote, instant run-off, 12:01:00 – 12:01:02, 3 voted.

| Place | Nominee | Votes |
| ---: | --- | ---: |
| 3 | \\*elm\\* | 0 |
| 3 | \\*fir\\* | 0 |

Only the places from 3 on were shown.

Digest of the bulletin board: ${'a'.repeat(64)}
`);
    expect(written(logFrom(counted), 'Awards')).toContain('The result was not shown.');
    expect(written(logFrom(prepared, opens(), cancels('box')), 'Awards')).toContain('– 12:01:01.\n\nThe vote was called off.\n');
    expect(written(logFrom(prepared, opens(), cancels('box'), opens('again')), 'Awards')).toContain('An earlier vote was called off.\n\nThe vote was still open.\n');
  });
});
