import { describe, expect, it } from '@jest/globals';
import type { ItemId, Told, TopicId } from '@yaji/contracts';
import { id, rehearsal } from '../../fixtures/rehearsal.ts';
import { logLine } from './log-line.ts';

const { room, enter } = rehearsal();
enter('mod');
enter('ben');
const told = (event: Pick<Told, 'type' | 'data'>, by = id('mod')) => logLine(room, { ...event, seq: 1, at: 5, by } as Told);

describe('what a co-host did', () => {
  it('is told with who did it, and to whom', () => {
    expect(told({ type: 'MemberAdmitted', data: { participantId: id('ben') } })).toMatchObject({ by: id('mod'), what: 'MemberAdmitted', who: id('ben') });
    expect(told({ type: 'TopicStarted', data: { itemId: 'table' as ItemId, topicId: 'two' as TopicId } })).toMatchObject({ title: { en: 'two' } });
    expect(told({ type: 'TurnExtended', data: { turn: 1, byMs: 60_000 } })).toMatchObject({ minutes: 1 });
  });
  it('is not told of those who only take part, nor what follows of itself', () => {
    expect(told({ type: 'FloorWithdrawn', data: { entryId: id('ben') as never } }, id('ben'))).toBeNull();
    expect(told({ type: 'TurnEnded', data: { turn: 1, reason: 'next', tookMs: 1 } })).toBeNull();
  });
});
