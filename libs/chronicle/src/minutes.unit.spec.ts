import { describe, expect, it } from '@jest/globals';
import { agendaOf, attendanceOf, minutesOf, minutesToMarkdown, questionsOf, turnsOf } from './index.ts';
import { asks, at, closes, ends, enters, grants, logOf, measures, pauses, person, question, resumes, says, starts, startsTopic, t0, undoes } from '../test/steps.ts';

describe('turns', () => {
  it('[CH1] stand once, in the order of their beginning', () => {
    const turns = turnsOf(logOf(grants(10, 'ann', 0), grants(20, 'bob', 1), ends(30, 2), grants(40, 'ann', 2)));
    expect(turns.map(({ turn, speaker, startedAt, endedAt }) => [turn, speaker.participantId, startedAt - t0, endedAt && endedAt - t0])).toEqual([
      [1, person('ann'), 10_000, 20_000], [2, person('bob'), 20_000, 30_000], [3, person('ann'), 40_000, null],
    ]);
  });

  it('[CH1] leave out a turn that was undone, and go on with the one it ended', () => {
    const turns = turnsOf(logOf(grants(10, 'ann', 0), grants(20, 'bob', 1), undoes(25, 2), ends(30, 1)));
    expect(turns).toMatchObject([{ turn: 1, startedAt: t0 + 10_000, endedAt: t0 + 30_000, tookMs: 15_000 }]);
  });

  it('[CH2] tell the time of the clock without pauses, and the net speech where it was measured', () => {
    const turns = turnsOf(logOf(grants(10, 'ann', 0), pauses(20, 1), resumes(50, 1), ends(60, 1), measures(61, 1, 17_500), grants(70, 'bob', 1), ends(75, 2)));
    expect(turns).toMatchObject([{ tookMs: 20_000, speechMs: 17_500 }, { tookMs: 5_000, speechMs: null }]);
  });
});

describe('attendance', () => {
  it('[CH3] lists who was in the room, with all stays, and not the lobby or the screens', () => {
    const attendance = attendanceOf(logOf(
      enters('dan', 'speaker', { ...at(10), place: 'hall' }), enters('scr', 'display', at(10)), enters('eve', 'attendee', at(20)),
      says('dan', 'member.leave', {}, at(40)), enters('dan', 'speaker', { ...at(100), place: 'remote' }), closes(160),
    ));
    expect(attendance.people.map(({ participantId }) => participantId)).not.toContain(person('eve'));
    expect(attendance.people.at(-1)).toMatchObject({ participantId: person('dan'), place: 'remote', firstJoinedAt: t0 + 10_000, presentMs: 90_000 });
    expect(attendance.headCount).toEqual({ present: 7, remote: 7, hall: 0, peak: 7 });
  });
});

describe('those in the hall', () => {
  it('[CH3] are there when they were checked in, without a device', () => {
    const attendance = attendanceOf(logOf(says('cat', 'member.leave', {}, at(10)), says('mod', 'member.checkIn', { participantId: person('cat') }, at(30)), closes(60)));
    expect(attendance.people.find(({ participantId }) => participantId === person('cat'))).toMatchObject({ place: 'hall', presentMs: 40_000 });
    expect(attendance.headCount).toMatchObject({ remote: 5, hall: 1 });
  });
});

describe('an interruption', () => {
  it('[CH1] stands as what it was, with the time of its own clock', () => {
    const log = logOf(grants(10, 'ann', 0), says('mod', 'floor.grantTo', { participantId: person('bob'), afterTurn: 1, lane: 'interposed' }, at(20)), ends(26, 2), ends(40, 1));
    expect(turnsOf(log)).toMatchObject([{ turn: 1, lane: 'normal', tookMs: 24_000 }, { turn: 2, lane: 'interposed', tookMs: 6_000 }]);
    expect(minutesToMarkdown(minutesOf(log), { language: 'en', timeZone: 'UTC' })).toContain('| bob (interposed question) |');
  });
});

describe('the agenda', () => {
  it('[CH4] stands planned against actual', () => {
    const agenda = agendaOf(logOf(
      says('mod', 'agenda.skipItem', { itemId: 'welcome' as never }, at(5)), startsTopic(10, 'table', 'one'), says('mod', 'agenda.finishItem', { itemId: 'table' as never }, at(100)),
    ));
    expect(agenda).toMatchObject([
      { progress: 'skipped', startedAt: null, tookMs: null },
      { progress: 'finished', plannedMs: 1_200_000, tookMs: 90_000, topics: [{ progress: 'finished', tookMs: 90_000 }, { progress: 'skipped', tookMs: null }] },
      { progress: 'planned', startedAt: null },
    ]);
  });

  it('[CH4] counts what still runs to the last event', () => {
    expect(agendaOf(logOf(starts(10, 'welcome'), closes(30)))[0]).toMatchObject({ tookMs: 20_000 });
  });
});

describe('questions', () => {
  const log = logOf(
    asks(10, 'ann', 'named?', { as: 'qa' }), asks(11, 'bob', 'secret?', { as: 'qb', anonymous: true }), asks(12, 'cat', 'declined?', { as: 'qc' }), asks(13, 'cat', 'pending?', { as: 'qd' }),
    says('mod', 'question.approve', question('qb'), at(20)), says('mod', 'question.approve', question('qa'), at(21)),
    says('mod', 'question.decline', { ...question('qc'), reason: 'no' }, at(22)),
    says('ann', 'question.upvote', question('qb'), at(23)), says('bob', 'question.answer', { ...question('qa'), text: 'yes' }, at(24)),
    says('mod', 'question.answer', { ...question('qb'), text: null }, at(25)), says('mod', 'question.done', question('qb'), at(26)),
  );

  it('[CH5] are those that the room has seen, in the order of asking', () => {
    expect(questionsOf(log)).toMatchObject([
      { text: 'named?', askedBy: { participantId: person('ann') }, status: 'answered', answer: { how: 'written', text: 'yes', by: { participantId: person('bob') } } },
      { text: 'secret?', status: 'answered', votes: 1, answer: { how: 'live', text: null } },
    ]);
  });

  it('[CH5] never tell who asked anonymously', () => {
    const [, secret] = questionsOf(log);
    expect(secret?.askedBy).toBeNull();
    expect(JSON.stringify(secret)).not.toContain(person('bob'));
  });
});

describe('minutes', () => {
  it('say up to which number they go and when the room was open', () => {
    const log = logOf(closes(60));
    expect(minutesOf(log)).toMatchObject({ upTo: log.length, openedAt: t0, closedAt: t0 + 60_000, decisions: [], turns: [], questions: [] });
  });

  it('of an empty log are empty', () => {
    expect(minutesOf([])).toMatchObject({ upTo: 0, openedAt: null, attendance: { people: [] }, agenda: [] });
  });
});
