import { describe, expect, it } from '@jest/globals';
import type { ActionId, ItemId, MicrophoneId, Told, TopicId } from '@yaji/contracts';
import { id, rehearsal } from '../../fixtures/rehearsal.ts';
import { logLine } from './log-line.ts';

const left = { microphoneId: 'left' as MicrophoneId, title: { en: 'Left' } };
const { room, enter, say } = rehearsal({ microphones: [left] });
enter('mod');
enter('ben');
const told = (event: Pick<Told, 'type' | 'data'>, by = id('mod')) => logLine(room, { ...event, seq: 1, at: 5, by } as Told);

describe('what a co-host did', () => {
  it('is told with who did it, and to whom', () => {
    expect(told({ type: 'MemberAdmitted', data: { participantId: id('ben') } })).toMatchObject({ by: id('mod'), did: 'MemberAdmitted', who: { en: 'ben in Latin' } });
    expect(told({ type: 'TopicStarted', data: { itemId: 'table' as ItemId, topicId: 'two' as TopicId } })).toMatchObject({ what: { en: 'two' } });
    expect(told({ type: 'TurnExtended', data: { turn: 1, byMs: 60_000 } })).toMatchObject({ minutes: 1 });
  });
  it('is told of the order, the mode, the budgets and the time bank', () => {
    expect(told({ type: 'FloorOrderSet', data: { policies: [{ policy: 'random' }], seed: 'x' } })).toMatchObject({ policies: [{ policy: 'random' }] });
    expect(told({ type: 'FloorModeSet', data: { mode: 'draw', playlist: [] } })).toMatchObject({ mode: 'draw' });
    expect(told({ type: 'TimeToppedUp', data: { holder: { of: 'person', participantId: id('ben') }, byMs: 300_000 } })).toMatchObject({ who: { en: 'ben in Latin' }, minutes: 5 });
    expect(told({ type: 'TimeTransferred', data: { from: { of: 'person', participantId: id('ben') }, to: { of: 'person', participantId: id('mod') }, byMs: 60_000 } }))
      .toMatchObject({ who: { en: 'ben in Latin' }, what: { en: 'mod in Latin' }, minutes: 1 });
    expect(told({ type: 'TimeBankAccepted', data: { proposal: { kind: 'close-list' }, winsMs: 200_000 } })).toMatchObject({ minutes: 3 });
  });
  it('tells of a microphone that is handed over, and taken back', () => {
    expect(told({ type: 'MicrophoneHanded', data: { microphoneId: left.microphoneId, participantId: id('ben') } })).toMatchObject({ did: 'MicrophoneHanded', what: left.title, who: { en: 'ben in Latin' } });
    expect(told({ type: 'MicrophoneHanded', data: { microphoneId: left.microphoneId, participantId: null } })).toMatchObject({ did: 'MicrophoneReturned', what: left.title, who: null });
  });
  it('is told of what was marked, in the words it has now', () => {
    const actionId = say('mod', 'action.mark', { mark: { kind: 'decision', what: 'We meet in spring' } }) as string as ActionId;
    expect(told({ type: 'ActionWithdrawn', data: { actionId } })).toMatchObject({ did: 'ActionWithdrawn', what: { und: 'We meet in spring' } });
  });
  it('is not told of those who only take part, nor what follows of itself', () => {
    expect(told({ type: 'FloorWithdrawn', data: { entryId: id('ben') as never } }, id('ben'))).toBeNull();
    expect(told({ type: 'TurnEnded', data: { turn: 1, reason: 'next', tookMs: 1 } })).toBeNull();
  });
});
