import { describe, expect, it } from '@jest/globals';
import type { ItemId, TopicId } from '@yaji/contracts';
import { onItsWay, opening, rehearsal } from '../../fixtures/rehearsal.ts';
import { runOfShow } from './run-of-show.ts';
import { timeBankPanel } from './time-bank.ts';
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
    expect([plannedEndAt, expectedEndAt]).toEqual([opening + 1_800_000, opening + 1_960_000]);
  });
  it('expects a later end when what runs is overrun', () => {
    expect(runOfShow(begun().seen('mod', 1_500)).expectedEndAt).toBe(opening + 1_500_000 + 600_000 + 600_000);
  });
  it('marks what is being done', () => {
    expect(runOfShow(begun().seen('mod', 70, [onItsWay('agenda.finishItem', { itemId: table })])).items[0]?.busy).toBe(true);
  });
});

describe('the time bank', () => {
  function late() {
    const play = begun();
    for (const name of ['lin', 'ana', 'ben'] as const) {
      play.enter(name);
      play.say(name, 'floor.request', {}, 100);
    }
    return play;
  }
  it('is closed while the room is on time', () => expect(timeBankPanel(rehearsal().seen('mod', 0))).toBeNull());
  it('says how late it is, and what would win how much', () => {
    const panel = timeBankPanel(late().seen('mod', 500));
    expect(panel?.lateMs).toBe(440_000);
    expect(panel?.offers.map(({ proposal, what }) => [proposal.kind, what?.en])).toEqual([['shorter-item', 'Tea'], ['shorter-turns', 'one'], ['close-list', undefined]]);
  });
  it('marks the offer that is being accepted, and is shorter when it was', () => {
    const play = late();
    const [offer] = timeBankPanel(play.seen('mod', 500))?.offers ?? [];
    if (!offer) throw new Error('something is offered');
    expect(timeBankPanel(play.seen('mod', 500, [onItsWay('agenda.accept', { proposal: offer.proposal })]))?.offers[0]?.busy).toBe(true);
    play.say('mod', 'agenda.accept', { proposal: offer.proposal }, 500);
    expect(runOfShow(play.seen('mod', 501)).items[1]).toMatchObject({ plannedMs: 120_000, originalMs: 600_000 });
  });
});
