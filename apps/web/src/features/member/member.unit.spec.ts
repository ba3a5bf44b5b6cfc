import { describe, expect, it } from '@jest/globals';
import { id, onItsWay, rehearsal } from '../../fixtures/rehearsal.ts';
import { findPeople, peoplePanel } from './people-panel.ts';

describe('the people', () => {
  it('are grouped by what they do here, and those who are away are not among them', () => {
    const play = rehearsal();
    for (const name of ['mod', 'lin', 'ben'] as const) play.enter(name);
    const { moderators, speakers, others, present } = peoplePanel(play.seen('ben', 1));
    expect([moderators, speakers, others].map((rows) => rows.map(({ plate }) => plate.participantId))).toEqual([[id('mod')], [id('lin')], [id('ben')]]);
    expect(present).toBe(3);
    expect(others[0]?.mine).toBe(true);
  });
  it('wait in the lobby where the rules say so', () => {
    const play = rehearsal({ lobby: ['attendee'] });
    play.enter('mod');
    play.enter('guest');
    const knock = (pending = [] as Parameters<typeof play.seen>[2]) => peoplePanel(play.seen('mod', 1, pending)).waiting;
    expect(knock()).toMatchObject([{ plate: { participantId: id('guest') }, answering: false }]);
    expect(knock([onItsWay('member.admit', { participantId: id('guest') })])[0]?.answering).toBe(true);
  });
  it('are found by any of their names, those who are here first', () => {
    const play = rehearsal();
    play.enter('mod');
    play.enter('cho');
    expect(findPeople(play.seen('mod', 1), 'house of').map(({ participantId }) => participantId).slice(0, 2)).toEqual([id('mod'), id('cho')]);
    expect(findPeople(play.seen('mod', 1), 'ANA IN')).toMatchObject([{ participantId: id('ana'), present: false }]);
    expect(findPeople(play.seen('mod', 1), 'nobody')).toEqual([]);
  });
});
