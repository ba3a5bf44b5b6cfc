import { describe, expect, it } from '@jest/globals';
import type { MicrophoneId } from '@yaji/contracts';
import { id, rehearsal } from '../../fixtures/rehearsal.ts';
import type { RoomView } from '../../live/room-view.ts';
import { mayOpen, ownPanel, willSpeak } from './own/own-panel.ts';
import { stagePanel } from './stage-panel.ts';

const off = { state: 'off', track: null, isSent: false, onAir: false } as const;
const open = { state: 'on', track: {} as MediaStreamTrack, isSent: true, onAir: false } as const;

function speaking() {
  const play = rehearsal();
  for (const name of ['mod', 'lin', 'ana', 'ben'] as const) play.enter(name);
  for (const name of ['lin', 'ana', 'ben'] as const) play.say(name, 'floor.request', {}, 1);
  play.say('mod', 'floor.grantNext', { afterTurn: 0 }, 2);
  return play;
}

describe('the stage', () => {
  it('shows the speaker and the next two', () => {
    const { state, speaker, beside, turn } = stagePanel(speaking().seen('ben', 3));
    expect([state, turn, speaker?.participantId, beside.map(({ plate }) => plate.participantId)]).toEqual(['speaking', 1, id('lin'), [id('ana'), id('ben')]]);
  });
  it('shows guests before those who are next, and nobody twice', () => {
    const play = speaking();
    play.say('mod', 'stage.bring', { participantId: id('ben') }, 3);
    expect(stagePanel(play.seen('ben', 4)).beside.map(({ plate, as }) => [plate.participantId, as])).toEqual([[id('ben'), 'next'], [id('ana'), 'next']]);
    play.say('mod', 'stage.arrange', { layout: 'speaker' }, 5);
    expect(stagePanel(play.seen('ben', 6)).beside).toEqual([]);
  });
  it('tells a pause, an empty floor and the end apart', () => {
    const play = speaking();
    play.say('mod', 'floor.pause', { turn: 1 }, 3);
    expect(stagePanel(play.seen('ben', 4)).state).toBe('paused');
    play.say('mod', 'floor.end', { turn: 1 }, 5);
    expect(stagePanel(play.seen('ben', 6)).state).toBe('empty');
    play.say('mod', 'room.close', {}, 7);
    expect(stagePanel(play.seen('ben', 8)).state).toBe('closed');
    expect(stagePanel(rehearsal().seen('ben', 0)).state).toBe('before');
  });
});

describe('a stage with more than one voice', () => {
  it('keeps whoever was interrupted beside the one who interrupts, in every layout', () => {
    const play = speaking();
    play.say('mod', 'stage.arrange', { layout: 'speaker' }, 3);
    play.say('ana', 'floor.request', { lane: 'point-of-order' }, 4);
    play.say('mod', 'floor.grantNext', { afterTurn: 1 }, 5);
    const panel = stagePanel(play.seen('ben', 6));
    expect([panel.speaker?.participantId, panel.interrupted?.participantId, panel.voice]).toEqual([id('ana'), id('lin'), id('ana')]);
    expect(panel.beside.map(({ plate, as }) => [plate.participantId, as])).toEqual([[id('lin'), 'interrupted']]);
    play.say('ana', 'floor.end', { turn: 2 }, 7);
    expect(stagePanel(play.seen('ben', 8))).toMatchObject({ turn: 1, interrupted: null, voice: id('lin') });
  });
  it('shows the speaker and hears the interpreter while one interprets', () => {
    const play = interpreted();
    play.say('mod', 'floor.interpret', { turn: 1, participantId: id('cho') }, 5);
    expect(stagePanel(play.seen('ben', 6))).toMatchObject({ state: 'speaking', voice: id('cho'), speaker: { participantId: id('lin') }, interpreter: { participantId: id('cho') } });
    play.say('mod', 'floor.pause', { turn: 1 }, 7);
    expect(stagePanel(play.seen('ben', 8))).toMatchObject({ state: 'paused', voice: null });
    play.say('lin', 'floor.interpret', { turn: 1, participantId: null }, 9);
    expect(stagePanel(play.seen('ben', 10)).interpreter).toBeNull();
  });
  it('shows everybody on it alike while the floor is open', () => {
    const play = speaking();
    for (const name of ['ana', 'ben'] as const) play.say('mod', 'stage.bring', { participantId: id(name) }, 3);
    play.say('mod', 'floor.setMode', { mode: 'open' }, 4);
    const panel = stagePanel(play.seen('lin', 5));
    expect([panel.state, panel.together.map(({ participantId }) => participantId), panel.beside, panel.voice]).toEqual(['open', [id('ana'), id('ben')], [], null]);
  });
});

function interpreted() {
  const play = rehearsal({ interpretation: 'consecutive' });
  for (const name of ['mod', 'lin', 'ben', 'cho'] as const) play.enter(name);
  play.say('mod', 'member.setRole', { participantId: id('cho'), role: 'interpreter' }, 1);
  play.say('lin', 'floor.request', {}, 2);
  play.say('mod', 'floor.grantNext', { afterTurn: 0 }, 3);
  return { ...play, asInterpreter: (seconds: number): RoomView => ({ ...play.seen('cho', seconds), me: { participantId: id('cho'), role: 'interpreter' } }) };
}

describe('one’s own microphone', () => {
  const panel = (state: Partial<Parameters<typeof ownPanel>[1]>, notHeard = false) =>
    ownPanel(speaking().seen('lin', 3), { microphone: open, camera: off, mayProduce: true, ...state }, notHeard);
  it('is live only when the node says so', () => {
    expect(panel({}).air).toBe('green-room');
    expect(panel({ microphone: { ...open, onAir: true } }).air).toBe('live');
    expect(panel({ microphone: off, mayProduce: false }).air).toBe('away');
    // Open is not sent yet: whoever reads that all is ready is heard at once.
    expect(panel({ microphone: { ...open, isSent: false } }).air).toBe('away');
  });
  it('tells why nobody hears the speaker', () => {
    expect([panel({}).unheard, panel({}, true).unheard]).toEqual([null, 'silent']);
    expect(panel({ microphone: { ...open, state: 'muted' } }).unheard).toBe('muted');
    expect(panel({ microphone: { ...off, state: 'blocked' } }).unheard).toBe('blocked');
    expect(panel({ microphone: off }).unheard).toBe('none');
  });
  it('is live for an interpreter while interpreting, and not for the speaker then', () => {
    const { say, seen, asInterpreter } = interpreted();
    const devices = { microphone: { ...open, onAir: true }, camera: off, mayProduce: true };
    expect(willSpeak(asInterpreter(4), { listenOnly: false, unattended: false })).toBe(true);
    expect(ownPanel(asInterpreter(4), { ...devices, microphone: open }, false)).toMatchObject({ air: 'green-room', unheard: null });
    say('mod', 'floor.interpret', { turn: 1, participantId: id('cho') }, 5);
    expect(ownPanel(asInterpreter(6), devices, false)).toMatchObject({ air: 'live', speaking: false });
    expect(ownPanel(asInterpreter(6), { ...devices, microphone: { ...open, state: 'muted' } }, false).unheard).toBe('muted');
    expect(ownPanel(seen('lin', 6), { ...devices, microphone: open }, true)).toMatchObject({ air: 'green-room', speaking: true, unheard: null });
    say('mod', 'floor.pause', { turn: 1 }, 7);
    expect(ownPanel(asInterpreter(8), devices, false)).toMatchObject({ air: 'green-room', paused: true });
  });
  it('is live for the guests of the stage while the floor is open, and silence is no fault there', () => {
    const play = speaking();
    play.say('mod', 'stage.bring', { participantId: id('ben') }, 3);
    const air = (name: 'ben' | 'ana', seconds: number) => ownPanel(play.seen(name, seconds), { microphone: { ...open, onAir: true }, camera: off, mayProduce: true }, true);
    expect(air('ben', 4).air).toBe('green-room');
    play.say('mod', 'floor.setMode', { mode: 'open' }, 5);
    expect([air('ben', 6), air('ana', 6)]).toMatchObject([{ air: 'live', unheard: null }, { air: 'green-room', unheard: null }]);
    expect(ownPanel(play.seen('ben', 6), { microphone: { ...open, state: 'muted' }, camera: off, mayProduce: true }, false).unheard).toBe('muted');
  });
  it('stays shut while its owner is heard through the hall', () => {
    const microphoneId = 'm1' as MicrophoneId;
    const play = rehearsal({ microphones: [{ microphoneId, title: { en: 'Aisle' } }] });
    for (const name of ['mod', 'lin'] as const) play.enter(name);
    expect(mayOpen(play.seen('lin', 1))).toMatchObject({ microphone: true, camera: true });
    play.say('mod', 'floor.grantTo', { participantId: id('lin'), afterTurn: 0, microphone: microphoneId }, 2);
    expect(mayOpen(play.seen('lin', 3)).microphone).toBe(false);
    expect(ownPanel(play.seen('lin', 3), { microphone: off, camera: off, mayProduce: true }, true)).toMatchObject({ speaking: true, hall: { en: 'Aisle' }, unheard: null, air: 'away' });
  });
  it('is opened as soon as the room says that its owner is about to speak, before the node has said so', () => {
    const play = rehearsal();
    for (const name of ['mod', 'lin', 'ben'] as const) play.enter(name);
    const soon = (name: 'lin' | 'ben', seconds: number) => mayOpen(play.seen(name, seconds)).soon;
    expect([soon('lin', 1), soon('ben', 1)]).toEqual([true, false]);
    play.say('ben', 'floor.request', {}, 2);
    expect(soon('ben', 3)).toBe(true);
    play.say('mod', 'room.close', {}, 4);
    expect([soon('lin', 5), soon('ben', 5)]).toEqual([false, false]);
  });
  it('is never opened before its owner is about to speak', () => {
    const play = rehearsal();
    for (const name of ['mod', 'lin', 'ben'] as const) play.enter(name);
    const choices = { listenOnly: false, unattended: false };
    expect([willSpeak(play.seen('ben', 1), choices), willSpeak(play.seen('mod', 1), choices), willSpeak(play.seen('lin', 1), choices)]).toEqual([false, false, true]);
    play.say('ben', 'floor.request', {}, 2);
    expect(willSpeak(play.seen('ben', 3), choices)).toBe(true);
    expect(willSpeak(play.seen('lin', 3), { ...choices, listenOnly: true })).toBe(false);
  });
});
