import { describe, expect, it } from '@jest/globals';
import { enters, given, opens, person, says, scene, t0 } from '../../test/given.ts';
import { viewerOf } from '../index.ts';

const admit = (name: string, by = 'mod') => says(by, 'member.admit', { participantId: person(name) });
const decline = (name: string) => says('mod', 'member.decline', { participantId: person(name), message: 'Members only tonight' });
const remove = (name: string, by = 'mod') => says(by, 'member.remove', { participantId: person(name) });
const role = (name: string, role: 'attendee' | 'moderator' | 'owner' | 'speaker', by = 'mod') => says(by, 'member.setRole', { participantId: person(name), role });
const absent = (name: string, lastSeenAt: number, at: number) => says(null, 'member.absent', { participantId: person(name), lastSeenAt }, { at });
const s = 1_000;

describe('the door', () => {
  it('[M1] lets in who is expected or need not wait, and lets others knock', () => {
    given(opens()).when(enters('ann')).then({ type: 'MemberJoined', data: { participantId: person('ann'), place: 'remote' }, words: { name: { en: 'ann' } } });
    given(scene()).when(enters('zoe', 'attendee')).then({ type: 'MemberKnocked', data: { participantId: person('zoe') } });
    given(scene({ lobby: [] })).when(enters('zoe', 'attendee')).then({ type: 'MemberJoined' });
  });
  it('[M2] takes entering or knocking twice for once; another place is told', () => {
    given(scene()).when(enters('ann')).then();
    given(scene(), enters('zoe', 'attendee')).when(enters('zoe', 'attendee')).then();
    given(scene()).when(enters('ann', 'speaker', { place: 'hall' })).then({ type: 'MemberJoined', data: { place: 'hall' } });
  });
  it('[M3] admits or declines who waits; who was declined enters only when admitted after all', () => {
    const knocked = [...scene(), enters('zoe', 'attendee')];
    given(knocked, admit('zoe')).when(enters('zoe', 'attendee')).then({ type: 'MemberJoined' });
    given(knocked).when(decline('zoe')).then({ type: 'MemberDeclined', words: { message: 'Members only tonight' } });
    given(knocked, decline('zoe')).when(enters('zoe', 'attendee')).then();
    given(knocked, decline('zoe')).when(admit('zoe')).then({ type: 'MemberAdmitted' });
    given(knocked, decline('zoe')).when(decline('zoe')).refused('member/not-waiting');
    given(scene()).when(admit('ann')).refused('member/not-waiting');
    given(scene()).when(admit('nobody')).refused('member/unknown');
  });
  it('[M4] does not let back who was removed', () => {
    given(scene(), remove('ann')).when(enters('ann')).refused('member/removed');
    given(scene(), remove('ann')).when(says('ann', 'floor.request', {})).refused('member/removed');
    given(scene(), remove('ann')).when(admit('ann')).refused('member/not-waiting');
    given(scene(), remove('ann')).when(remove('ann')).then();
  });
  it('[M5] keeps the role of the log, whatever is presented', () =>
    given(scene(), role('ann', 'attendee'), says('ann', 'member.leave', {})).when(enters('ann', 'moderator')).then({ type: 'MemberJoined', data: { role: 'attendee' } }));
});

describe('going', () => {
  it('[M6] counts an absence of 60 seconds as leaving, not a shorter one', () => {
    given(scene()).when(absent('ann', t0 + 10 * s, t0 + 69 * s)).refused('member/not-absent');
    given(scene()).when(absent('ann', t0 + 10 * s, t0 + 70 * s)).then({ type: 'MemberLeft', data: { reason: 'absent' } });
    given(scene(), says('ann', 'member.leave', {})).when(absent('ann', t0, t0 + 900 * s)).then();
    given(scene()).when(absent('nobody', t0, t0 + 900 * s)).refused('member/unknown');
  });
  it('[M7] ends the turn, withdraws the hand and clears the stage', () => {
    given(scene(), says('mod', 'floor.grantTo', { participantId: person('ann'), afterTurn: 0 }), says('mod', 'stage.bring', { participantId: person('ann') }))
      .when(says('ann', 'member.leave', {})).then({ type: 'TurnEnded', data: { reason: 'left' } }, { type: 'StageLeft' }, { type: 'MemberLeft', data: { reason: 'left' } });
    given(scene(), says('ann', 'floor.request', {})).when(remove('ann')).then({ type: 'FloorWithdrawn' }, { type: 'MemberRemoved' });
    given(scene(), says('ann', 'member.leave', {})).when(says('ann', 'member.leave', {})).then();
  });
  it('[M11] adds up the time present over all stays', () =>
    given(scene(), says('ann', 'member.leave', {}, { at: t0 + 30 * s }), enters('ann', 'speaker', { at: t0 + 90 * s }), says('ann', 'member.leave', {}, { at: t0 + 100 * s }))
      .leaves(({ members }) => expect(members[person('ann')]).toMatchObject({ presentMs: 40 * s, firstJoinedAt: t0, leftAt: t0 + 100 * s, place: null })));
});

describe('roles', () => {
  it('[M8] hold at once', () => {
    given(scene(), role('ann', 'moderator')).when(says('ann', 'floor.closeList', {})).then({ type: 'FloorListClosed' });
    given(scene(), role('moe', 'attendee')).when(says('moe', 'floor.closeList', {})).refused('member/role-may-not');
    given(scene()).when(role('ann', 'speaker')).then();
    given(scene(), role('ann', 'moderator')).leaves((room) => expect(viewerOf(room, person('ann')).sees).toBe('moderating'));
  });
  it('[M9] leave at least one moderator, and owners to owners', () => {
    const alone = [opens(), enters('mod')];
    given(alone).when(role('mod', 'speaker')).refused('member/last-moderator');
    given(alone).when(remove('mod')).refused('member/last-moderator');
    given(scene()).when(role('own', 'speaker')).refused('member/role-may-not');
    given(scene()).when(role('ann', 'owner')).refused('member/role-may-not');
    given(scene()).when(remove('own')).refused('member/role-may-not');
    given(scene()).when(role('ann', 'owner', 'own')).then({ type: 'MemberRoleChanged', data: { role: 'owner' } });
  });
  it('[M10] make who is introduced by name a speaker in the hall', () => {
    const eve = (by = 'mod') => says(by, 'member.introduce', { participantId: person('eve'), name: { en: 'Eve' }, organisation: null, country: 'CN', languages: ['zh-CN'] });
    given(scene(), eve()).leaves(({ members }) => expect(members[person('eve')]).toMatchObject({ role: 'speaker', place: 'hall', standing: 'admitted', country: 'CN' }));
    given(scene(), eve()).when(eve()).refused('member/already-known');
    given(scene()).when(eve('ann')).refused('member/role-may-not');
  });
  it('[M12] checks in whoever is expected or was admitted: present in the hall, without a device', () => {
    const checksIn = (name: string, by = 'mod') => says(by, 'member.checkIn', { participantId: person(name) });
    given(opens(), enters('mod')).when(checksIn('ann')).then({ type: 'MemberCheckedIn', data: { participantId: person('ann') } });
    given(opens(), enters('mod'), checksIn('ann')).leaves(({ members }) => expect(members[person('ann')]).toMatchObject({ standing: 'admitted', place: 'hall' }));
    given(opens(), enters('mod'), checksIn('ann')).when(checksIn('ann')).then();
    given(opens(), enters('mod'), checksIn('ann')).when(absent('ann', t0, t0 + 900 * s)).refused('member/not-absent');
    given(scene(), checksIn('ann'), says('ann', 'member.leave', {})).leaves(({ members }) => expect(members[person('ann')]).toMatchObject({ place: null, checkedIn: false }));
    given(scene()).when(checksIn('ann')).then({ type: 'MemberCheckedIn' });
    given(scene(), enters('zoe', 'attendee')).when(checksIn('zoe')).refused('member/not-admitted');
    given(scene()).when(checksIn('bob', 'ann')).refused('member/role-may-not');
    given(scene()).when(checksIn('stranger')).refused('member/unknown');
  });
});
