import { describe, expect, it } from '@jest/globals';
import type { ChatMessage, MessageId } from '@yaji/contracts';
import { at, closes, logOf, person } from '../../test/steps.ts';
import { chatSheet, minutesOf } from '../index.ts';

const minutes = minutesOf(logOf(closes(90)));
const message = (number: number, more: Partial<ChatMessage> = {}): ChatMessage =>
  ({ number, change: number, messageId: `m-${number}` as MessageId, by: person('ann'), text: 'Where is the tea?', deletedAt: null, deletedBy: null, ...at(number), ...more });

describe('the chat as a table', () => {
  it('[CH42] has each message as it was written, and of a deleted one its place and who deleted it', () => {
    const messages = [message(1), message(2, { text: null, deletedAt: at(9).at, deletedBy: person('mod') }), message(3, { text: '=1+1', by: person('nobody') })];
    const { name, title, columns, rows } = chatSheet(minutes, messages, 'en');
    expect([name, title, columns.map(({ heading }) => heading)]).toEqual(['chat', 'Chat', ['No.', 'Time', 'Name', 'Organisation', 'Message', 'Deleted', 'Deleted by']]);
    expect(rows).toEqual([
      [1, at(1).at, 'ann', 'ann Park', 'Where is the tea?', null, null], [2, at(2).at, 'ann', 'ann Park', null, at(9).at, 'mod'], [3, at(3).at, null, null, '=1+1', null, null],
    ]);
    expect(chatSheet(minutes, [], 'zh-CN')).toMatchObject({ title: '聊天', rows: [] });
  });

  it('[CH42] names nobody whose name was erased', () => {
    const erased = { ...minutes, attendance: { ...minutes.attendance, people: minutes.attendance.people.map((one) => ({ ...one, name: null, organisation: null })) } };
    expect(chatSheet(erased, [message(1)], 'en').rows[0]?.slice(2, 4)).toEqual(['(removed)', null]);
  });
});
