import { describe, expect, it } from '@jest/globals';
import { enters, given, person, says, scene } from '../../test/given.ts';
import { voiceOf } from '../index.ts';

const bring = (name: string) => says('mod', 'stage.bring', { participantId: person(name) });
const dismiss = (name: string) => says('mod', 'stage.dismiss', { participantId: person(name) });

describe('the stage', () => {
  it('[S1] shows its guests once', () => {
    given(scene(), bring('ann')).leaves(({ stage, floor }) => {
      expect(stage.guests).toEqual([person('ann')]);
      expect(floor.current).toBeNull();
    });
    given(scene(), bring('ann')).when(bring('ann')).refused('stage/already-there');
    given(scene(), bring('ann'), dismiss('ann')).when(dismiss('ann')).refused('stage/not-there');
  });
  it('[S2] is for those present', () => {
    given(scene(), says('ann', 'member.leave', {})).when(bring('ann')).refused('floor/not-present');
    given(scene()).when(bring('nobody')).refused('member/unknown');
  });
  it('[S3] keeps the layout chosen last', () => {
    given(scene(), says('mod', 'stage.arrange', { layout: 'grid' })).leaves(({ stage }) => expect(stage.layout).toBe('grid'));
    given(scene(), says('mod', 'stage.arrange', { layout: 'grid' })).when(says('moe', 'stage.arrange', { layout: 'grid' })).then();
  });

  const hall = [...scene({ microphones: [{ microphoneId: 'one' as never, title: { en: 'One' } }, { microphoneId: 'two' as never, title: { en: 'Two' } }] }), enters('dan', 'speaker', { place: 'hall' }), enters('pad', 'display', { place: 'hall' })];
  const plug = (by: string, microphoneId = 'one') => says(by, 'stage.plugIn', { microphoneId: microphoneId as never });
  const hand = (name: string | null, microphoneId = 'one') => says('mod', 'stage.hand', { microphoneId: microphoneId as never, participantId: name === null ? null : person(name) });
  it('[S4] hears a hall microphone through one page, whoever has the floor at it', () => {
    given(hall).when(plug('pad')).then({ type: 'MicrophonePlugged', data: { microphoneId: 'one', participantId: person('pad') } });
    given(hall, plug('pad')).when(plug('mod')).refused('stage/microphone-taken');
    given(hall, plug('pad')).when(plug('pad')).then();
    given(hall).when(plug('pad', 'three')).refused('stage/unknown-microphone');
    given(hall).when(plug('ann')).refused('member/role-may-not');
    given(hall, plug('pad'), says('mod', 'floor.grantTo', { participantId: person('dan'), afterTurn: 0, microphone: 'one' as never })).leaves((room) => expect(voiceOf(room)).toBe(person('pad')));
    given(hall, says('mod', 'floor.grantTo', { participantId: person('dan'), afterTurn: 0, microphone: 'one' as never })).leaves((room) => expect(voiceOf(room)).toBeNull());
    given(hall, says('mod', 'floor.grantTo', { participantId: person('ann'), afterTurn: 0 })).leaves((room) => expect(voiceOf(room)).toBe(person('ann')));
    given(hall, plug('pad')).when(says('pad', 'member.leave', {})).then({ type: 'MicrophoneUnplugged' }, { type: 'MemberLeft' });
    given(hall, plug('pad')).when(says('mod', 'stage.unplug', { microphoneId: 'one' as never })).then({ type: 'MicrophoneUnplugged' });
  });
  it('[S5] is held by one person in the hall, who holds no other', () => {
    given(hall, hand('dan')).when(hand('dan', 'two')).then({ type: 'MicrophoneHanded', data: { microphoneId: 'one', participantId: null } }, { type: 'MicrophoneHanded', data: { microphoneId: 'two', participantId: person('dan') } });
    given(hall, hand('dan')).when(hand(null)).then({ type: 'MicrophoneHanded', data: { participantId: null } });
    given(hall).when(hand('ann')).refused('floor/not-present');
    given(hall, hand('dan')).when(says('dan', 'member.leave', {})).then({ type: 'MicrophoneHanded', data: { participantId: null } }, { type: 'MemberLeft' });
  });
});
