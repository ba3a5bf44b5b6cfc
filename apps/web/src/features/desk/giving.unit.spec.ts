import { describe, expect, it } from '@jest/globals';
import type { EntryId, MicrophoneId } from '@yaji/contracts';
import { id, rehearsal } from '../../fixtures/rehearsal.ts';
import { givingTo, hallMicrophones } from './giving.ts';

const left = 'left' as MicrophoneId;

function speaking() {
  const play = rehearsal({ microphones: [{ microphoneId: left, title: { en: 'Left' } }] });
  for (const name of ['mod', 'lin', 'ana', 'ben'] as const) play.enter(name);
  play.say('mod', 'floor.grantTo', { participantId: id('lin'), afterTurn: 0 }, 10);
  return play;
}

describe('giving the floor', () => {
  it('is offered as everything that was not asked for, and with the rest of the turn', () => {
    const play = speaking();
    const entryId = play.say('ana', 'floor.request', { lane: 'interposed' }, 20) as string as EntryId;
    expect(givingTo(play.seen('mod', 40), id('ana'), entryId)).toMatchObject({ can: true, lanes: ['point-of-order', 'intervention'], restMs: 150_000 });
    expect(givingTo(play.seen('mod', 40), id('ben')).lanes).toEqual(['interposed', 'point-of-order', 'intervention']);
    expect(givingTo(play.seen('mod', 300), id('ben')).restMs).toBeNull();
  });
  it('is not offered to who speaks, waits to go on or is away, nor while the floor is open', () => {
    const play = speaking();
    play.say('mod', 'floor.grantTo', { participantId: id('ana'), afterTurn: 1, lane: 'interposed' }, 20);
    const can = (name: 'lin' | 'ana' | 'ben' | 'cho') => givingTo(play.seen('mod', 30), id(name)).can;
    expect([can('lin'), can('ana'), can('ben'), can('cho')]).toEqual([false, false, true, false]);
    play.say('mod', 'floor.setMode', { mode: 'open' }, 40);
    expect(can('ben')).toBe(false);
  });
  it('goes to a microphone of the hall for whoever is in the hall', () => {
    const play = speaking();
    expect(givingTo(play.seen('mod', 20), id('ben')).microphones).toEqual([]);
    play.say('mod', 'member.checkIn', { participantId: id('cho') }, 20);
    play.say('mod', 'stage.hand', { microphoneId: left, participantId: id('cho') }, 21);
    expect(givingTo(play.seen('mod', 22), id('cho')).microphones).toMatchObject([{ microphoneId: left, holder: { participantId: id('cho') }, plugged: false, speaks: false }]);
    play.say('mod', 'floor.grantTo', { participantId: id('cho'), afterTurn: 1 }, 23);
    expect(hallMicrophones(play.seen('mod', 24))).toMatchObject([{ speaks: true }]);
  });
});
