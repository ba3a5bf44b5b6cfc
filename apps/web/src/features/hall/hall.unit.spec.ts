import { describe, expect, it } from '@jest/globals';
import type { ItemId, MicrophoneId, QuestionId } from '@yaji/contracts';
import { id, onItsWay, rehearsal } from '../../fixtures/rehearsal.ts';
import { hallPanel, slideAt } from './display/hall-panel.ts';
import { microphonePanel } from './microphone-panel.ts';
import { seatPanel } from './seat-panel.ts';
import { usherPanel } from './usher/usher-panel.ts';

const one = 'one' as MicrophoneId;
const two = 'two' as MicrophoneId;
const microphones = [{ microphoneId: one, title: { en: 'Microphone 1' } }, { microphoneId: two, title: { en: 'Microphone 2' } }];

function withThree(rules: Parameters<typeof rehearsal>[0] = {}) {
  const play = rehearsal({ microphones, ...rules });
  for (const name of ['mod', 'lin', 'ana', 'ben'] as const) play.enter(name);
  for (const name of ['lin', 'ana', 'ben'] as const) play.say(name, 'floor.request', {}, 1);
  return play;
}

describe('the hall display', () => {
  it('shows the speaker, who is next and as what', () => {
    const play = withThree();
    play.say('mod', 'floor.grantNext', { afterTurn: 0 }, 10);
    play.say('ana', 'floor.request', { lane: 'point-of-order' }, 11);
    const { turn, next, waiting } = hallPanel(play.seen('ben', 20));
    expect(turn).toMatchObject({ speaker: { participantId: id('lin') }, lane: 'normal', time: 'plenty', interrupts: null, interpreter: null, closesInMs: null });
    expect(next.map(({ plate, place, lane }) => [plate.participantId, place, lane])).toEqual([[id('ana'), 1, 'point-of-order'], [id('ben'), 2, 'normal']]);
    expect(waiting).toBe(3);
  });
  it('says whose turn waits for an interruption', () => {
    const play = withThree();
    play.say('mod', 'floor.grantNext', { afterTurn: 0 }, 10);
    play.say('ana', 'floor.request', { lane: 'interposed' }, 11);
    play.say('mod', 'floor.grantNext', { afterTurn: 1 }, 12);
    expect(hallPanel(play.seen('ben', 20)).turn).toMatchObject({ lane: 'interposed', speaker: { participantId: id('ana') }, interrupts: { participantId: id('lin') } });
  });
  it('counts down what is left of a soft close', () => {
    const play = withThree({ atLimit: 'soft-close', softCloseMs: 30_000 });
    play.say('mod', 'floor.grantNext', { afterTurn: 0 }, 10);
    const at = (seconds: number) => hallPanel(play.seen('ben', seconds)).turn;
    expect([at(100)?.time, at(165)?.time, at(195)?.time]).toEqual(['plenty', 'warned', 'over']);
    expect([at(165)?.closesInMs, at(195)?.closesInMs, at(300)?.closesInMs]).toEqual([null, 25_000, 0]);
  });
  it('calls nobody the next where the lot decides', () => expect(hallPanel(withThree({ mode: 'draw' }).seen('ben', 2)).order).toBe('lot'));
  it('turns its pages by the clock alone while nobody speaks', () => {
    const play = withThree();
    const asked = play.say('ben', 'question.ask', { text: 'Why?', anonymous: false }, 2);
    play.say('mod', 'question.approve', { questionId: asked as string as QuestionId }, 3);
    const pages = (seconds: number) => slideAt(hallPanel(play.seen('ben', seconds)), seconds * 1_000);
    expect([pages(0), pages(12), pages(24), pages(36)]).toEqual(['next', 'agenda', 'question', 'next']);
    expect(hallPanel(play.seen('ben', 4)).question?.text).toBe('Why?');
  });
  it('shows of the programme what is still to come', () => {
    const play = withThree();
    play.say('mod', 'agenda.startItem', { itemId: 'tea' as ItemId }, 4);
    expect(hallPanel(play.seen('ben', 5)).agenda.map(({ itemId, progress }) => [itemId, progress])).toEqual([['table', 'planned'], ['tea', 'running']]);
  });
  it('has nothing to turn where there is nothing', () => expect(slideAt({ turn: null, order: 'list', next: [], waiting: 0, question: null, poll: null, motion: null, award: null, agenda: [] }, 5)).toBeNull());
});

describe('a seat in the hall', () => {
  it('is called when its owner is next, and told where to speak', () => {
    const play = withThree();
    expect([seatPanel(play.seen('lin', 2)).mine, seatPanel(play.seen('ana', 2)).mine]).toEqual(['called', 'none']);
    play.say('mod', 'floor.grantTo', { participantId: id('lin'), afterTurn: 0, microphone: two }, 3);
    expect(seatPanel(play.seen('lin', 4))).toMatchObject({ mine: 'speaking', microphone: { en: 'Microphone 2' }, now: { turn: 1 } });
    play.say('mod', 'floor.pause', { turn: 1 }, 5);
    expect(seatPanel(play.seen('lin', 6)).mine).toBe('paused');
  });
  it('knows that its owner’s turn waits', () => {
    const play = withThree();
    play.say('mod', 'floor.grantNext', { afterTurn: 0 }, 3);
    play.say('ana', 'floor.request', { lane: 'interposed' }, 4);
    play.say('mod', 'floor.grantNext', { afterTurn: 1 }, 5);
    expect(seatPanel(play.seen('lin', 6)).mine).toBe('interrupted');
  });
});

describe('the usher', () => {
  it('counts heads: here, remote, not here yet', () => {
    const play = withThree();
    play.say('mod', 'member.checkIn', { participantId: id('cho') }, 2);
    expect(usherPanel(play.seen('mod', 3), '').heads).toEqual({ hall: 1, remote: 4, expected: 1 });
  });
  it('finds people with what can be done for them', () => {
    const play = withThree();
    play.say('mod', 'member.checkIn', { participantId: id('ben') }, 2);
    play.say('mod', 'stage.hand', { microphoneId: one, participantId: id('ben') }, 3);
    const [ben, ...others] = usherPanel(play.seen('mod', 4), 'House of ben').found;
    expect([ben?.where, ben?.waits, ben?.holds, others]).toEqual(['hall', true, one, []]);
    expect(usherPanel(play.seen('mod', 4, [onItsWay('member.checkIn', { participantId: id('ben') })]), 'ben').found[0]?.busy).toBe(true);
  });
  it('sees each microphone, and who will need one in the hall', () => {
    const play = withThree();
    play.say('mod', 'member.checkIn', { participantId: id('ben') }, 2);
    play.say('mod', 'stage.plugIn', { microphoneId: two }, 3);
    play.say('mod', 'stage.hand', { microphoneId: two, participantId: id('ben') }, 4);
    const panel = usherPanel(play.seen('mod', 5), '');
    expect(panel.microphones.map(({ state, holder }) => [state, holder?.participantId])).toEqual([['unplugged', undefined], ['ready', id('ben')]]);
    expect(panel.soon.map(({ plate }) => plate.participantId)).toEqual([id('ben')]);
    play.say('mod', 'floor.grantTo', { participantId: id('ben'), afterTurn: 0 }, 6);
    expect(usherPanel(play.seen('mod', 7), '').microphones[1]?.state).toBe('on-air');
  });
  it('is a page for ushers', () => expect([usherPanel(withThree().seen('mod', 1), '').mayUse, usherPanel(withThree().seen('ben', 1), '').mayUse]).toEqual([true, false]));
});

describe('a page that is a microphone of the hall', () => {
  const hears = { microphone: { state: 'on' as const, onAir: true }, mayProduce: true };
  const state = (play: ReturnType<typeof withThree>, devices: Partial<typeof hears> = {}) => microphonePanel(play.seen('mod', 60), one, { ...hears, ...devices }).state;
  it('takes its place while nobody has it, and says that once', () => {
    const play = withThree();
    expect(microphonePanel(play.seen('mod', 1), one, hears)).toMatchObject({ state: 'plugging', shouldPlugIn: true });
    expect(microphonePanel(play.seen('mod', 1, [onItsWay('stage.plugIn', { microphoneId: one })]), one, hears).shouldPlugIn).toBe(false);
    expect(microphonePanel(play.seen('mod', 1), 'cellar' as MicrophoneId, hears)).toMatchObject({ state: 'unknown', shouldPlugIn: false });
  });
  it('is ready only when it hears and is sent', () => {
    const play = withThree();
    play.say('mod', 'stage.plugIn', { microphoneId: one }, 1);
    expect([state(play), state(play, { mayProduce: false }), microphonePanel(play.seen('mod', 2), one, { ...hears, microphone: { state: 'missing', onAir: false } }).state]).toEqual(['ready', 'unsent', 'deaf']);
    expect(microphonePanel(play.seen('co', 2), one, hears).state).toBe('taken');
  });
  it('is on air while somebody has the floor at it', () => {
    const play = withThree();
    play.say('mod', 'stage.plugIn', { microphoneId: one }, 1);
    play.say('mod', 'floor.grantTo', { participantId: id('lin'), afterTurn: 0, microphone: one }, 2);
    expect(microphonePanel(play.seen('mod', 3), one, hears)).toMatchObject({ state: 'on-air', speaker: { participantId: id('lin') } });
    play.say('mod', 'floor.pause', { turn: 1 }, 4);
    expect(state(play)).toBe('paused');
    play.say('mod', 'room.close', {}, 5);
    expect(state(play)).toBe('closed');
  });
});
