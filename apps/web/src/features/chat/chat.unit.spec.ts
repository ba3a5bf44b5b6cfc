import { describe, expect, it } from '@jest/globals';
import type { ChatMessage, ChatNews, MessageId, ParticipantId } from '@yaji/contracts';
import { id, opening, rehearsal } from '../../fixtures/rehearsal.ts';
import { chatPanel } from './chat-panel.ts';
import { type Held, letGo, takeEarlier, takeNews } from './held.ts';

const line = (number: number, some: Partial<ChatMessage> = {}): ChatMessage => ({
  number, change: number, messageId: `m${number}` as MessageId, by: id('ben'), at: opening + number * 1_000, text: `Line ${number}`, deletedAt: null, deletedBy: null, ...some,
});
const lines = (from: number, to: number): ChatMessage[] => Array.from({ length: to - from + 1 }, (_, n) => line(from + n));
const news = (after: number | null, upTo: number, messages: ChatMessage[], some: Partial<ChatNews> = {}): ChatNews => ({ after, upTo, messages, slowSeconds: 0, closed: false, muted: [], ...some });
const held = (messages: ChatMessage[], some: Partial<Held['settings']> = {}): Held =>
  ({ upTo: messages.at(-1)?.change ?? 0, messages, settings: { slowSeconds: 0, closed: false, muted: [], ...some } });
const numbers = (one: Held | null): number[] | undefined => one?.messages.map(({ number }) => number);

describe('what a page holds of a chat', () => {
  it('grows with what follows, and passes over what it knows', () => {
    const first = takeNews(null, news(null, 3, lines(2, 3)));
    expect(numbers(first)).toEqual([2, 3]);
    expect(numbers(takeNews(first, news(3, 5, lines(4, 5))))).toEqual([2, 3, 4, 5]);
    expect(numbers(takeNews(first, news(1, 4, lines(2, 4))))).toEqual([2, 3, 4]);
    expect(takeNews(first, news(1, 3, lines(2, 3)))).toBe(first);
    expect(numbers(takeNews(held([]), news(0, 1, [line(1)])))).toEqual([1]);
  });
  it('notices what is missing, and begins again when told to', () => {
    const three = held(lines(1, 3));
    expect(takeNews(three, news(4, 5, [line(5)]))).toBeNull();
    expect(takeNews(null, news(4, 5, [line(5)]))).toBeNull();
    expect(numbers(takeNews(three, news(null, 900, lines(701, 900))))?.at(0)).toBe(701);
  });
  it('changes a message in its place, and none that it does not hold', () => {
    const deleted = (number: number) => line(number, { change: 4, text: null, deletedBy: id('mod') });
    expect(takeNews(held(lines(2, 3)), news(3, 4, [deleted(2)]))?.messages).toMatchObject([{ number: 2, text: null }, { number: 3, text: 'Line 3' }]);
    expect(numbers(takeNews(held(lines(2, 3)), news(3, 4, [deleted(1)])))).toEqual([2, 3]);
  });
  it('takes earlier messages where they belong, and lets old ones go', () => {
    expect(numbers(takeEarlier(held(lines(4, 5)), lines(1, 3)))).toEqual([1, 2, 3, 4, 5]);
    expect(numbers(takeEarlier(held(lines(6, 7)), lines(1, 3)))).toEqual([6, 7]);
    expect(numbers(letGo(held(lines(1, 250)), true))?.length).toBe(200);
    expect(numbers(letGo(held(lines(1, 250)), true))?.at(-1)).toBe(250);
    expect(numbers(letGo(held(lines(1, 250)), false))?.length).toBe(250);
  });
});

describe('the chat as one sees it', () => {
  const room = () => {
    const stage = rehearsal();
    for (const name of ['mod', 'co', 'lin', 'ana', 'ben', 'cho'] as const) stage.enter(name);
    return stage;
  };
  const said: ChatMessage[] = [line(1), line(2), line(3, { by: id('lin') }), line(4, { by: id('ben'), at: opening + 400_000 }), line(5, { at: opening + 800_000 })];

  it('names a writer once for several in a row', () => {
    const { rows, earlier } = chatPanel(room().seen('cho', 900), held(said));
    expect(rows.map(({ headed }) => headed)).toEqual([true, false, true, true, true]);
    expect(rows[0]?.name).toEqual({ en: 'ben in Latin', 'zh-CN': '中文名' });
    expect([earlier, chatPanel(room().seen('cho', 900), held(lines(7, 9))).earlier]).toEqual([false, true]);
  });
  it('lets one delete what is one’s own, and moderators everything and mute', () => {
    const own = chatPanel(room().seen('ben', 900), held(said)).rows;
    expect(own.map(({ mayDelete }) => mayDelete)).toEqual([true, true, false, true, true]);
    expect(own.map(({ muted }) => muted)).toEqual([null, null, null, null, null]);
    const { rows, moderating } = chatPanel(room().seen('mod', 900), held([...said, line(6, { by: id('mod') })], { muted: [id('lin')] }));
    expect(rows.every(({ mayDelete }) => mayDelete)).toBe(true);
    expect(rows.map(({ muted }) => muted)).toEqual([false, false, true, false, false, null]);
    expect(moderating?.muted).toMatchObject([{ participantId: id('lin') }]);
  });
  it('says who deleted another’s message, and keeps nothing of it to delete', () => {
    const gone = (deletedBy: ParticipantId) => chatPanel(room().seen('ben', 9), held([line(1, { text: null, deletedBy })])).rows[0];
    expect(gone(id('mod'))).toMatchObject({ deletedBy: { en: 'mod in Latin' }, mayDelete: false });
    expect(gone(id('ben'))).toMatchObject({ deletedBy: null, mayDelete: false });
  });
  it('tells why one cannot write', () => {
    expect(chatPanel(room().seen('ben', 9), held(said)).silent).toBeNull();
    expect(chatPanel(room().seen('ben', 9), held(said, { muted: [id('ben')] })).silent).toBe('muted');
    expect(chatPanel(room().seen('ben', 9), held(said, { closed: true })).silent).toBe('closed');
    const over = room();
    over.say('mod', 'room.close', {});
    expect(chatPanel(over.seen('mod', 9), held(said))).toMatchObject({ silent: 'over', moderating: null });
  });
  it('counts down to one’s next message in slow mode, for all but moderators', () => {
    const slow = held([line(1), line(2, { by: id('mod') })], { slowSeconds: 30 });
    expect(chatPanel(room().seen('ben', 11), slow).waitSeconds).toBe(20);
    expect(chatPanel(room().seen('ben', 31), slow).waitSeconds).toBe(0);
    expect(chatPanel(room().seen('cho', 2), slow).waitSeconds).toBe(0);
    expect(chatPanel(room().seen('mod', 2), slow).waitSeconds).toBe(0);
    // What was just written is newer than the page's clock.
    expect(chatPanel(room().seen('ben', 0), held([line(1)])).waitSeconds).toBe(0);
  });
});
