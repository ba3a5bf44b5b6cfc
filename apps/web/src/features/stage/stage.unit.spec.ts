import { describe, expect, it } from '@jest/globals';
import { id, rehearsal } from '../../fixtures/rehearsal.ts';
import { ownPanel, willSpeak } from './own/own-panel.ts';
import { stagePanel } from './stage-panel.ts';

const off = { state: 'off', track: null, onAir: false } as const;
const open = { state: 'on', track: {} as MediaStreamTrack, onAir: false } as const;

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
    expect(stagePanel(play.seen('ben', 4)).beside.map(({ plate, next }) => [plate.participantId, next])).toEqual([[id('ben'), true], [id('ana'), true]]);
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

describe('one’s own microphone', () => {
  const panel = (state: Partial<Parameters<typeof ownPanel>[1]>, notHeard = false) =>
    ownPanel(speaking().seen('lin', 3), { microphone: open, camera: off, mayProduce: true, ...state }, notHeard);
  it('is live only when the node says so', () => {
    expect(panel({}).air).toBe('green-room');
    expect(panel({ microphone: { ...open, onAir: true } }).air).toBe('live');
    expect(panel({ microphone: off, mayProduce: false }).air).toBe('away');
  });
  it('tells why nobody hears the speaker', () => {
    expect([panel({}).unheard, panel({}, true).unheard]).toEqual([null, 'silent']);
    expect(panel({ microphone: { ...open, state: 'muted' } }).unheard).toBe('muted');
    expect(panel({ microphone: { ...off, state: 'blocked' } }).unheard).toBe('blocked');
    expect(panel({ microphone: off }).unheard).toBe('none');
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
