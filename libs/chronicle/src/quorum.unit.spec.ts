import { describe, expect, it } from '@jest/globals';
import { defaultRules } from '@yaji/salon';
import { logFrom, written } from '../test/votes.ts';
import { givesProxy, registers } from '../../salon/test/voting.ts';
import { enters, says, scene, t0 } from '../../salon/test/given.ts';
import { quorumOf } from './quorum.ts';

const needs = (value: number) => ({ ballots: { ...defaultRules.ballots, quorum: { of: 'members' as const, kind: 'number' as const, value } } });
const at = (s: number) => ({ at: t0 + s * 1_000 });
const leaves = (name: string, s: number) => says(name, 'member.leave', {}, at(s));

describe('the quorum over time', () => {
  const log = logFrom(scene(needs(4)), registers('ann', 'bob', 'cat', 'dan'), enters('dan', 'speaker', at(60)), leaves('ann', 120), enters('ann', 'speaker', at(180)), says('mod', 'room.close', {}, at(240)));

  it('[CM3] is told from the opening to the end, with when it was there and when not', () => {
    const course = quorumOf(log);
    expect(course).toMatchObject({ of: 'members', needed: 4, entitled: 4 });
    expect(course?.spans.map(({ fromAt, toAt, met, least, most }) => [(fromAt - t0) / 1_000, (toAt - t0) / 1_000, met, least, most])).toEqual([
      [1, 60, false, 3, 3], [60, 120, true, 4, 4], [120, 180, false, 3, 3], [180, 240, true, 4, 4],
    ]);
    expect(written(log, 'Quorum')).toBe(`Quorum

The quorum was 4 of 4 entitled members, present or represented.

- 12:00:01 – 12:01:00: not met, with 3
- 12:01:00 – 12:02:00: met, with 4
- 12:02:00 – 12:03:00: not met, with 3
- 12:03:00 – 12:04:00: met, with 4

`);
  });

  it('[CM3] is nothing where no vote needs one, or there is no register', () => {
    expect(quorumOf(logFrom(scene(), registers('ann')))).toBeNull();
    expect(quorumOf(logFrom(scene(needs(1))))).toBeNull();
    expect(quorumOf([])).toBeNull();
  });

  it('[CM3] counts those who are represented, and says when it was never met', () => {
    const represented = logFrom(scene(needs(3)), registers('ann', 'bob', 'dan'), givesProxy('dan', 'ann'), says('mod', 'room.close', {}, at(9)));
    expect(quorumOf(represented)?.spans.at(-1)).toMatchObject({ met: true, most: 3 });
    expect(written(logFrom(scene(needs(5)), registers('ann', 'bob'), says('mod', 'room.close', {}, at(9))), 'Quorum')).toContain('It was not met at any time.');
  });
});
