import { describe, expect, it } from '@jest/globals';
import type { ChatRequest, ParticipantId, RefusalCode } from '@yaji/contracts';
import { enters, id, person, play, says, scene, type Step } from '../../test/given.ts';
import { applyChat, type Chat, chatDoor, decideChat, mutedFor, type Room } from '../index.ts';

type Line = { by: string; request: ChatRequest; /** Seconds after the beginning. */ at: number };
const line = (by: string, request: ChatRequest, at = 0): Line => ({ by, request, at });
const writes = (by: string, text: string, { at = 0, as = text }: { at?: number; as?: string } = {}): Line => line(by, { type: 'chat.write', data: { messageId: id(as), text } }, at);
const deletes = (by: string, number: number) => line(by, { type: 'chat.delete', data: { number } });
const mutes = (by: string, whom: string) => line(by, { type: 'chat.mute', data: { participantId: person(whom) } });
const unmutes = (by: string, whom: string) => line(by, { type: 'chat.unmute', data: { participantId: person(whom) } });
const slows = (by: string, seconds: 0 | 5 | 10 | 30 | 60) => line(by, { type: 'chat.setSlow', data: { seconds } });
const closes = (by: string) => line(by, { type: 'chat.close', data: {} });
const reopens = (by: string) => line(by, { type: 'chat.reopen', data: {} });

const here = () => [...scene({ lobby: [] }), enters('eve', 'attendee'), enters('dis', 'display')];

function chatIn(room: Room, lines: readonly Line[]): { chat: Chat; verdicts: (RefusalCode | 'changed' | 'so already')[]; details: unknown } {
  const chat: Chat = { number: 0, change: 0, slowSeconds: 0, closed: false, muted: [], messages: [], lastAt: {} };
  let details: unknown;
  const verdicts = lines.map(({ by, request, at }) => {
    const verdict = decideChat({ room, chat }, request, { by: person(by), at: at * 1_000 });
    if (!verdict.ok) {
      details = verdict.error.details;
      return verdict.error.code;
    }
    if (verdict.value) applyChat(chat, verdict.value);
    return verdict.value ? 'changed' as const : 'so already' as const;
  });
  return { chat, verdicts, details };
}

/** What comes of the last line. */
const lastOf = (steps: Step[], ...lines: Line[]) => {
  const { verdicts, ...rest } = chatIn(play(steps).room, lines);
  return { verdict: verdicts.at(-1), ...rest };
};

describe('the chat', () => {
  it('[T1] is for all whom the room has let in, but no display, while the room is open', () => {
    const { room } = play([...here(), enters('int', 'interpreter'), enters('ush', 'usher')]);
    const { verdicts } = chatIn(room, ['own', 'mod', 'ann', 'int', 'ush', 'eve'].map((name) => writes(name, name)));
    expect(verdicts).toEqual(['changed', 'changed', 'changed', 'changed', 'changed', 'changed']);
    expect(lastOf(here(), writes('dis', 'x')).verdict).toBe('member/role-may-not');
    expect(lastOf([...scene({ lobby: ['attendee'] }), enters('eve', 'attendee')], writes('eve', 'x')).verdict).toBe('member/not-admitted');
    expect(lastOf(here(), writes('nobody', 'x')).verdict).toBe('member/not-admitted');
    expect(lastOf([...here(), says('mod', 'member.remove', { participantId: person('eve') })], writes('eve', 'x')).verdict).toBe('member/removed');
    expect(lastOf([...here(), says('mod', 'room.close', {})], writes('eve', 'x')).verdict).toBe('room/closed');
    expect(chatDoor(play([...here(), says('mod', 'room.close', {})]).room, person('mod'))).toMatchObject({ ok: false });
  });

  it('[T2] counts messages without gaps, writes what is said again once, and nothing under an id of somebody else', () => {
    const { room } = play(here());
    const { chat, verdicts } = chatIn(room, [writes('ann', 'one'), writes('eve', 'two'), writes('ann', 'one'), writes('bob', 'mine', { as: 'one' }), writes('ann', 'three')]);
    expect(verdicts).toEqual(['changed', 'changed', 'so already', 'contract/invalid', 'changed']);
    expect(chat.messages.map(({ number, by, text }) => [number, by, text])).toEqual([[1, person('ann'), 'one'], [2, person('eve'), 'two'], [3, person('ann'), 'three']]);
    expect(chat.number).toBe(3);
  });

  it('[T2] takes what was written before also when the chat was closed, the writer muted or slowed since', () => {
    const again = writes('eve', 'one', { at: 1 });
    for (const since of [closes('mod'), mutes('mod', 'eve'), slows('mod', 60)]) expect(lastOf(here(), writes('eve', 'one'), since, again).verdict).toBe('so already');
  });

  it('[T3] counts every change, of messages, people and settings', () => {
    const { chat } = lastOf(here(), writes('eve', 'one'), mutes('mod', 'eve'), slows('mod', 5), closes('mod'), deletes('mod', 1), deletes('mod', 1), reopens('mod'), unmutes('mod', 'eve'));
    expect(chat).toMatchObject({ number: 1, change: 7, messages: [{ number: 1, change: 5 }] });
  });

  it('[T4] is deleted by the writer or a moderator: the number stays, the text does not', () => {
    const { chat, verdict } = lastOf(here(), writes('eve', 'one'), writes('ann', 'two'), deletes('eve', 1));
    expect(verdict).toBe('changed');
    expect(chat.messages).toMatchObject([{ number: 1, text: null, by: person('eve'), deletedBy: person('eve'), deletedAt: 0 }, { number: 2, text: 'two', deletedBy: null }]);
    expect(lastOf(here(), writes('eve', 'one'), deletes('moe', 1)).chat.messages).toMatchObject([{ text: null, deletedBy: person('moe') }]);
    expect(lastOf(here(), writes('eve', 'one'), deletes('ann', 1)).verdict).toBe('chat/not-yours');
    expect(lastOf(here(), deletes('mod', 1)).verdict).toBe('chat/unknown');
    expect(lastOf(here(), writes('eve', 'one'), deletes('mod', 1), deletes('eve', 1)).verdict).toBe('so already');
    expect(lastOf(here(), writes('eve', 'one'), mutes('mod', 'eve'), deletes('eve', 1)).verdict).toBe('changed');
  });

  it('[T5] is muted for a person by a moderator, not for an owner nor for oneself', () => {
    expect(lastOf(here(), mutes('mod', 'eve'), writes('eve', 'x')).verdict).toBe('chat/muted');
    expect(lastOf(here(), mutes('mod', 'moe'), writes('moe', 'x')).verdict).toBe('chat/muted');
    expect(lastOf(here(), mutes('mod', 'moe'), unmutes('moe', 'moe')).verdict).toBe('member/not-yourself');
    expect(lastOf(here(), mutes('mod', 'eve'), unmutes('own', 'eve'), writes('eve', 'x')).verdict).toBe('changed');
    expect(lastOf(here(), mutes('mod', 'own')).verdict).toBe('chat/not-an-owner');
    expect(lastOf(here(), mutes('mod', 'mod')).verdict).toBe('member/not-yourself');
    expect(lastOf(here(), mutes('mod', 'nobody')).verdict).toBe('member/unknown');
    const promoted = [...here(), says('own', 'member.setRole', { participantId: person('moe'), role: 'owner' })];
    const { chat } = lastOf(here(), mutes('mod', 'moe'));
    expect(decideChat({ room: play(promoted).room, chat }, writes('moe', 'x').request, { by: person('moe'), at: 0 })).toMatchObject({ ok: true });
  });

  it('[T5] tells who is muted to that person and the moderators', () => {
    const { room } = play(here());
    const muted: ParticipantId[] = [person('eve'), person('ann')];
    expect([mutedFor(room, muted, person('mod')), mutedFor(room, muted, person('eve')), mutedFor(room, muted, person('bob'))]).toEqual([muted, [person('eve')], []]);
  });

  it('[T6] is slowed for each person, deleted messages counted, moderators not', () => {
    const slow = [slows('mod', 10), writes('eve', 'one')];
    expect(lastOf(here(), ...slow, writes('eve', 'two', { at: 9.2 }))).toMatchObject({ verdict: 'chat/too-soon', details: { seconds: 1 } });
    expect(lastOf(here(), ...slow, writes('eve', 'two', { at: 10 })).verdict).toBe('changed');
    expect(lastOf(here(), ...slow, deletes('eve', 1), writes('eve', 'two', { at: 5 })).details).toEqual({ seconds: 5 });
    expect(lastOf(here(), ...slow, writes('ann', 'two', { at: 1 })).verdict).toBe('changed');
    expect(lastOf(here(), slows('mod', 60), writes('mod', 'one'), writes('mod', 'two')).verdict).toBe('changed');
    expect(lastOf(here(), ...slow, slows('mod', 0), writes('eve', 'two')).verdict).toBe('changed');
  });

  it('[T7] takes no message while it is closed, and lets messages be deleted', () => {
    expect(lastOf(here(), closes('mod'), writes('eve', 'x')).verdict).toBe('chat/closed');
    expect(lastOf(here(), closes('mod'), writes('mod', 'x')).verdict).toBe('chat/closed');
    expect(lastOf(here(), writes('eve', 'x'), closes('mod'), deletes('eve', 1)).verdict).toBe('changed');
    expect(lastOf(here(), closes('mod'), reopens('moe'), writes('eve', 'x')).verdict).toBe('changed');
  });

  it('[T8] is ruled by moderators alone, and what is so already changes nothing', () => {
    for (const ruling of [mutes('ann', 'eve'), unmutes('ann', 'eve'), slows('ann', 5), closes('ann'), reopens('ann')]) expect(lastOf(here(), ruling).verdict).toBe('member/role-may-not');
    const demoted = [...here(), says('own', 'member.setRole', { participantId: person('moe'), role: 'attendee' })];
    expect(lastOf(demoted, closes('moe')).verdict).toBe('member/role-may-not');
    for (const ruling of [unmutes('mod', 'eve'), slows('mod', 0), reopens('mod')]) expect(lastOf(here(), ruling)).toMatchObject({ verdict: 'so already', chat: { change: 0 } });
    expect(lastOf(here(), mutes('mod', 'eve'), mutes('moe', 'eve')).verdict).toBe('so already');
    expect(lastOf(here(), closes('mod'), closes('moe')).verdict).toBe('so already');
  });
});
