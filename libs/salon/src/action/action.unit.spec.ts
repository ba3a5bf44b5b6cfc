import { describe, expect, it } from '@jest/globals';
import { type ActionId, type ActionMark, commandSchemas, type Recorded } from '@yaji/contracts';
import { enters, given, id, person, play, says, scene } from '../../test/given.ts';
import { apply, emptyRoom, seal, view } from '../index.ts';

const actionId: ActionId = id('a1');
const task = (changed: Partial<Extract<ActionMark, { kind: 'action' }>> = {}): ActionMark => ({ kind: 'action', what: 'Send the calendar', who: [person('ann')], organisation: null, others: null, by: '2026-12-15', ...changed });
const decision: ActionMark = { kind: 'decision', what: 'We meet again in spring.' };
const marks = (mark: ActionMark = task(), { as = 'a1', by = 'mod' } = {}) => says(by, 'action.mark', { mark }, { as });
const rewords = (mark: ActionMark, wording = 1, by = 'mod') => says(by, 'action.reword', { actionId, wording, mark });
const withdraws = (by = 'mod') => says(by, 'action.withdraw', { actionId });
const restores = (by = 'mod') => says(by, 'action.restore', { actionId });
const fits = (mark: unknown): boolean => commandSchemas['action.mark'].safeParse({ type: 'action.mark', data: { mark } }).success;

describe('action items and decisions', () => {
  it('[AC1] are marked by moderators while the room is open, and read by everybody in it', () => {
    given(scene()).when(marks()).then({ type: 'ActionMarked', data: { actionId, kind: 'action', who: [person('ann')], by: '2026-12-15' }, words: { what: 'Send the calendar', others: null } });
    given(scene()).when(marks(decision)).then({ type: 'ActionMarked', data: { kind: 'decision', who: [], organisation: null, by: null }, words: { what: 'We meet again in spring.', others: null } });
    for (const name of ['ann', 'zoe']) given(scene(), enters('zoe', 'interpreter')).when(marks(task(), { by: name })).refused('member/role-may-not');
    for (const step of [rewords(decision, 1, 'ann'), withdraws('ann'), restores('ann')]) given(scene(), marks()).when(step).refused('member/role-may-not');
    given(scene(), says('mod', 'room.close', {})).when(marks()).refused('room/closed');
    const { room, log } = play([...scene(), marks()]);
    expect(view(room, { participantId: person('bob'), sees: 'inside' }).actions).toEqual(room.actions);
    expect(view(room, { participantId: person('bob'), sees: 'outside' }).actions).toEqual([]);
    const last = log.at(-1) as Recorded;
    expect(seal(last, { participantId: person('bob'), sees: 'inside' })).toEqual(last);
    expect(seal(last, { participantId: person('bob'), sees: 'outside' }).type).toBe('Sealed');
  });
  it('[AC1] have words of up to 500 characters and a day of the calendar', () => {
    expect([fits(decision), fits(task()), fits({ kind: 'action', what: 'x'.repeat(500) })]).toEqual([true, true, true]);
    const odd = [{ ...decision, what: ' ' }, { ...decision, what: 'x'.repeat(501) }, { ...decision, by: '2026-12-15' }, { ...decision, kind: 'motion' }, task({ by: '2026-02-30' }), task({ by: 'Friday' }), task({ others: '' }), task({ who: ['ann' as never] })];
    expect(odd.map(fits)).toEqual(odd.map(() => false));
  });
  it('[AC2] name people whom the room knows, an organisation of theirs, and others in words', () => {
    given(scene()).when(marks(task({ who: [person('ann'), person('bob'), person('ann')] }))).then({ type: 'ActionMarked', data: { who: [person('ann'), person('bob')] } });
    given(scene()).when(marks(task({ who: [person('nobody')] }))).refused('action/unknown-person');
    // Of who waits in the lobby only the moderators know.
    given(scene({ lobby: ['attendee'] }), enters('zoe', 'attendee')).when(marks(task({ who: [person('zoe')] }))).refused('action/unknown-person');
    given(scene(), enters('cho', 'speaker', { organisation: 'park' })).when(marks(task({ who: [], organisation: id('park'), others: 'the hosts' })))
      .then({ type: 'ActionMarked', data: { who: [], organisation: id('park') }, words: { others: 'the hosts' } });
    given(scene()).when(marks(task({ organisation: id('hill') }))).refused('action/unknown-organisation');
    given(scene(), marks()).when(rewords(decision)).then({ type: 'ActionReworded', data: { kind: 'decision', who: [], by: null, wording: 2 } });
  });
  it('[AC3] belong to the turn, the item and the topic that run', () => {
    given(scene()).when(marks()).then({ type: 'ActionMarked', data: { turn: null, itemId: null, topicId: null } });
    given(scene(), says('mod', 'agenda.startTopic', { itemId: 'table' as never, topicId: 'one' as never }), says('mod', 'floor.grantTo', { participantId: person('ann'), afterTurn: 0 }))
      .when(marks()).then({ type: 'ActionMarked', data: { turn: 1, itemId: 'table', topicId: 'one' } });
  });
  it('[AC4] are worded anew by who has read the latest wording', () => {
    given(scene(), marks()).when(rewords(task({ by: null }), 1, 'moe')).then({ type: 'ActionReworded', data: { actionId, by: null, wording: 2 }, words: { what: 'Send the calendar' } });
    given(scene(), marks()).when(rewords(task())).then();
    given(scene(), marks(), rewords(decision)).when(rewords(task(), 1, 'own')).refused('action/stale');
    given(scene(), marks(), rewords(decision)).when(rewords(task(), 2)).leaves(({ actions: [action] }) => expect(action).toMatchObject({ kind: 'action', wording: 3, who: [person('ann')], markedBy: person('mod') }));
    given(scene(), marks()).when(rewords(task({ who: [person('nobody')] }))).refused('action/unknown-person');
    given(scene()).when(rewords(task())).refused('action/unknown');
  });
  it('[AC5] are withdrawn and restored by any moderator', () => {
    given(scene(), marks()).when(withdraws('moe')).leaves(({ actions }) => expect(actions).toMatchObject([{ withdrawn: true }]));
    given(scene(), marks(), withdraws()).when(withdraws('moe')).then();
    given(scene(), marks(), withdraws()).when(rewords(decision)).refused('action/withdrawn');
    given(scene(), marks(), withdraws()).when(restores('own')).then({ type: 'ActionRestored', data: { actionId } });
    given(scene(), marks()).when(restores()).then();
  });
  it('[AC6] are at most 300 in a room', () => {
    const many = Array.from({ length: 300 }, (_, n) => marks(decision, { as: `many${n}` }));
    given(scene(), many, says('mod', 'action.withdraw', { actionId: id('many1') })).when(marks()).refused('action/too-many');
  });
  it('[AC7] keep people, day and place where their words are erased', () => {
    const room = emptyRoom();
    for (const record of play([...scene(), marks(task({ others: 'the hosts' }))]).log) apply(room, record.type === 'ActionMarked' ? { ...record, words: null } : record);
    expect(room.actions).toMatchObject([{ what: null, others: null, who: [person('ann')], by: '2026-12-15' }]);
  });
});
