import { describe, expect, it } from '@jest/globals';
import { enters, given, opens, person, says, scene } from '../../test/given.ts';

describe('the room', () => {
  it('[R1] opens once, from its plan', () => {
    given(opens()).leaves((room) => {
      expect(room).toMatchObject({ phase: 'open', languages: ['en', 'zh-CN'] });
      expect(room.agenda.items.map(({ itemId }) => itemId)).toEqual(['welcome', 'table', 'close']);
      expect(room.members[person('ann')]).toMatchObject({ standing: 'expected', role: 'speaker', place: null });
    });
    given(opens()).when(opens()).refused('room/already-open');
    given().when(enters('ann')).refused('room/not-open');
    given().when(says('ann', 'floor.request', {})).refused('room/not-open');
  });
  it('[R2] closes everything in one act, and then takes nothing but what was measured', () => {
    const talking = [...scene(), says('mod', 'agenda.startTopic', { itemId: 'table' as never, topicId: 'one' as never }), says('mod', 'floor.grantTo', { participantId: person('ann'), afterTurn: 0 })];
    const close = says('mod', 'room.close', {});
    given(talking).when(close).then({ type: 'TurnEnded', data: { reason: 'closed' } }, { type: 'TopicFinished' }, { type: 'ItemFinished' }, { type: 'RecordingStopped' }, { type: 'RoomClosed' });
    given(talking, close).when(says('ann', 'floor.request', {})).refused('room/closed');
    given(talking, close).when(enters('bob')).refused('room/closed');
    given(talking, close).when(says(null, 'floor.measure', { turn: 1, speechMs: 1 })).then({ type: 'TurnMeasured' });
    given(talking, close).when(says(null, 'floor.measureOpen', { participantId: person('ann'), speechMs: 1 })).then({ type: 'SpeechMeasured' });
  });
  it('[R3] refuses what the role may not do', () => {
    given(scene()).when(says('ann', 'floor.grantNext', { afterTurn: 0 })).refused('member/role-may-not');
    given(scene(), enters('hall', 'display')).when(says('hall', 'question.ask', { text: 'Is this thing on?', anonymous: false })).refused('member/role-may-not');
  });
  it('[R4] takes server commands from the servers only, and no others from them', () => {
    given(scene()).when({ ...enters('zoe', 'moderator'), by: 'ann' }).refused('member/role-may-not');
    given(scene()).when(says(null, 'floor.closeList', {})).refused('member/role-may-not');
  });
  it('[R5] listens only to those it has let in', () => {
    given(scene()).when(says('zoe', 'floor.request', {})).refused('member/unknown');
    given(scene(), enters('zoe', 'attendee')).when(says('zoe', 'floor.request', {})).refused('member/not-admitted');
    given(opens()).when(says('ann', 'floor.request', {})).refused('member/not-admitted');
  });
});
