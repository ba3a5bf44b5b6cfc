import { describe, expect, it } from '@jest/globals';
import type { ItemId, TopicId } from '@yaji/contracts';
import { onItsWay, opening, rehearsal } from '../../fixtures/rehearsal.ts';
import { runOfShow } from './run-of-show.ts';
import { runningTopic } from './topic-line.ts';

const table = 'table' as ItemId;
const one = { itemId: table, topicId: 'one' as TopicId };

function begun() {
  const play = rehearsal();
  play.enter('mod');
  play.say('mod', 'agenda.startTopic', one, 60);
  return play;
}

describe('the topic above the stage', () => {
  it('is the running one, with what is left of it', () => {
    expect(runningTopic(begun().seen('mod', 120))).toMatchObject({ topic: { index: 1, of: 2 }, leftMs: 540_000 });
    expect(runningTopic(begun().seen('mod', 720))?.leftMs).toBe(-60_000);
  });
  it('is nothing before the first item', () => expect(runningTopic(rehearsal().seen('mod', 0))).toBeNull());
});

describe('the run of show', () => {
  it('holds the planned against the actual', () => {
    const { items, plannedEndAt, expectedEndAt } = runOfShow(begun().seen('mod', 760));
    expect(items[0]?.topics[0]).toMatchObject({ progress: 'running', tookMs: 700_000, overMs: 100_000 });
    expect(items[1]).toMatchObject({ progress: 'planned', tookMs: null, overMs: 0 });
    expect([plannedEndAt, expectedEndAt]).toEqual([opening + 1_800_000, opening + 1_860_000]);
  });
  it('expects a later end when what runs is overrun', () => {
    expect(runOfShow(begun().seen('mod', 1_500)).expectedEndAt).toBe(opening + 1_500_000 + 600_000);
  });
  it('marks what is being done', () => {
    expect(runOfShow(begun().seen('mod', 70, [onItsWay('agenda.finishItem', { itemId: table })])).items[0]?.busy).toBe(true);
  });
});
