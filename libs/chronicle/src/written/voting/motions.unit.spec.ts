import { describe, expect, it } from '@jest/globals';
import { asks, cancels, counts, decidesTie, hand, logFrom, puts, speaks, ticks, written } from '../../../test/votes.ts';
import { says, t0 } from '../../../../salon/test/given.ts';
import { closes, council, givesProxy, id, moved, motion, moves, opensVote, person, seconds, votes } from '../../../../salon/test/voting.ts';

const quorum = { of: 'members', kind: 'number', value: 3 } as const;
const admitted = logFrom(
  council('ann', ['bob', 3], 'cat', 'dan'), moves({ text: '# The council\n\n- admits <b>a</b> member' }), seconds(), givesProxy('dan', 'cat'),
  hand('ann', 'pro'), hand('bob', 'contra'), puts(motion), speaks('ann', 1), speaks('bob', 2),
  says('mod', 'floor.grantTo', { participantId: person('cat'), afterTurn: 2, lane: 'point-of-order' }), says('mod', 'floor.end', { turn: 3 }),
  opensVote({ quorum, base: 'entitled', majority: 'absolute' }, { at: t0 + 60_000 }), votes('ann'), votes('bob'), votes('cat', 'no'), votes('cat', 'abstain', { elector: 'dan' }), closes(),
);

describe('motions in the minutes', () => {
  it('[CH18] [CH19] [CH20] [CH21] [CH22] [CH6] are written down whole', () => {
    expect(written(admitted, 'Motions')).toBe(`Annex C: Motions

### 1. Admission

> \\# The council

> \\- admits \\<b\\>a\\</b\\> member

Moved by ann (ann Park) at 12:00:02; seconded by bob (bob Park).

Debate: 1 for, 1 against, 1 neither.

- For: ann
- Against: bob
- Neither: cat (point of order)

#### Vote 1 (12:01:00 – 12:01:05)

named, absolute majority.

| Entitled | Present at the opening | Present at the closing | Voted | Yes | No | Abstaining | Needed | Quorum |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 4 (6 votes) | 4 (6 votes) | 4 (6 votes) | 4 (6 votes) | 4 | 1 | 1 | 4 of 6 votes entitled | 3 of 4 (4 at the opening, 4 at the closing) |

**Carried, 4 yes, 1 no, 1 abstaining, 4 of 6 votes entitled needed, quorum 3 met.**

| Name | Organisation | Vote | Weight | Cast by |
| --- | --- | --- | --- | --- |
| ann | ann Park | Yes | 1 | – |
| bob | bob Park | Yes | 3 | – |
| cat | cat Park | No | 1 | – |
| (removed) | – | Abstaining | 1 | cat |
`);
    expect(written(admitted, 'Decisions')).toBe(`Decisions

**1. Admission** (12:01:05)

> \\# The council

> \\- admits \\<b\\>a\\</b\\> member

**Carried, 4 yes, 1 no, 1 abstaining, 4 of 6 votes entitled needed, quorum 3 met.**

`);
  });

  it('[CH7] say the same in Chinese', () => {
    const zh = written(admitted, '动议', 'zh-CN');
    expect(zh.split('\n')).toHaveLength(written(admitted, 'Motions').split('\n').length);
    for (const line of [
      '提出人：ann（ann Park），12:00:02；附议人：bob（bob Park）。', '讨论：支持 1 次，反对 1 次，未表明立场 1 次。', '- 未表明立场：cat（程序问题）', '#### 第 1 次表决（12:01:00 – 12:01:05）', '记名，绝对多数。',
      '| 4（6 票） | 4（6 票） | 4（6 票） | 4（6 票） | 4 | 1 | 1 | 有表决权票数 6 中的 4 | 4 中的 3（开始时 4，结束时 4） |',
      '**通过，赞成 4 票，反对 1 票，弃权 1 票，须得有表决权票数 6 中的 4 票，达到法定人数 3。**', '| bob | bob Park | 赞成 | 3 | – |'
    ]) expect(zh).toContain(`${line}\n`);
  });

  it('[CH20] [CH21] tell void, secret, pseudonymous and tied votes each in its way', () => {
    const log = logFrom(
      moved(), opensVote(), votes('ann', 'no'), cancels(), opensVote({ secrecy: 'secret' }, { as: 'b2' }), closes('mod', 'b2'), counts({ no: 2 }, ['ann', 'bob'], 'b2'),
      opensVote({ secrecy: 'pseudonymous', tie: 'chair' }, { as: 'b3' }), votes('ann', 'yes', { ballotId: 'b3', as: 'p-one' }), votes('bob', 'no', { ballotId: 'b3', as: 'p-two' }), closes('mod', 'b3'), decidesTie(true, 'b3'),
    );
    const en = written(log, 'Motions');
    const [, first, second, third] = en.split('#### ');
    expect(first).toContain('| 5 | 5 | – | – | – | – | – | – | – |\n\n**Void, the vote was called off.**\n');
    expect(first).not.toContain('| ann |');
    expect(second).toContain('secret, simple majority.\n');
    expect(second).toMatch(/\| 5 \| 5 \| 5 \| 2 \| 0 \| 2 \| 0 \|.*\n\n\*\*Lost, .*\*\*\n\nDigest of the bulletin board: a{64}\n/);
    expect(third).toContain('under pseudonyms, simple majority, in place of vote 2.\n');
    expect(third).toMatch(/\*\*Tied, .*\*\*\n\nDecided by the chair \(mod\) at 12:00:\d\d:\n\n\*\*Carried by the vote of the chair, 1 yes, 1 no\.\*\*\n/);
    expect(third).toContain(`| Pseudonym | Vote |\n| --- | --- |\n| ${id('p-one') as string} | Yes |\n| ${id('p-two') as string} | No |\n`);
    for (const vote of [second, third]) expect(vote).not.toMatch(/\b(ann|bob)\b/);
  });

  it('[CH18] [CH20] tell amendments, objections and what was not decided', () => {
    const log = logFrom(
      moved(), moves({ by: 'bob', as: 'amend', amends: motion, text: 'Two members.' }), seconds('cat', 'amend'), opensVote({}, { motionId: 'amend' }), votes('ann'), closes(),
      asks(), says('cat', 'motion.object', { motionId: id(motion) }), asks(), ticks(t0 + 90_000), moves({ by: 'mod', as: 'third' }), moves({ by: 'cat', as: 'fourth' }), says('cat', 'motion.withdraw', { motionId: id('fourth') }),
    );
    const en = written(log, 'Motions');
    expect(en).toContain('As moved:\n\n> The council admits a member.\n\nAs amended:\n\n> Two members.\n');
    expect(en).toContain('Objections were asked for until 12:00:39; 5 present or represented.\n\ncat (cat Park) objected at 12:00:10.\n');
    expect(en).toContain('**Adopted without objection.**\n');
    expect(en).toContain('### 2. Admission\n\nAmendment to motion 1.\n\n> Two members.\n');
    expect(en).toMatch(/Put forward at 12:01:31\.\n\nNot decided\.\n/);
    expect(en).toMatch(/### 4\. Admission\n\n> .*\n\nMoved by cat \(cat Park\) at 12:01:32\.\n\nWithdrawn at 12:01:33\.\n/);
    expect(written(logFrom(moved(), asks()), 'Motions')).toContain('The time to object was not over.\n\nNot decided.\n');
    expect(written(logFrom(moved(), asks(), opensVote()), 'Motions')).toMatch(/Broken off at 12:00:\d\d\.\n\n#### Vote 1 \(12:00:\d\d – –\)\n\nnamed, simple majority\.\n\n[^]*The vote was still open\.\n\nNot decided\.\n/);
    expect(written(logFrom(moved(), opensVote({ secrecy: 'secret', electorate: 'everybody' }), closes()), 'Motions')).toMatch(/\| everybody in the room \|[^]*The votes were still being counted\./);
  });
});
