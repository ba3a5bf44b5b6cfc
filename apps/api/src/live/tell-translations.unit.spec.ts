import { beforeEach, describe, expect, it } from '@jest/globals';
import { QuestionId, RoomId, type Translation } from '@yaji/contracts';
import { emptyRoom, type Room } from '@yaji/salon';
import { type LiveRoom, newLiveRoom } from './live-room.ts';
import type { LiveNamespace, LiveSocket } from './seat.ts';
import { takeStock, tellPlaced, tellTranslations } from './tell-translations.ts';

const roomId = RoomId.parse('5b0f9a52-6d0e-4c53-9a60-0f2b2f3f9b10');
const questionId = QuestionId.parse('5b0f9a52-6d0e-4c53-9a60-0f2b2f3f9b11');
const inEnglish: Translation = { language: 'zh-CN', texts: { en: 'Who pays?' } };

let room: Room;
let live: LiveRoom;
let told: [string, unknown][];

/** A round of the servers, in which what is missing is found translated. */
function round(): [string, unknown][] {
  told = [];
  const over = takeStock(live);
  for (const one of live.translated.values()) one.translation ??= inEnglish;
  tellTranslations(live, over);
  return told;
}
function placed(sees: 'inside' | 'moderating'): unknown {
  const heard: unknown[] = [];
  tellPlaced(live, { emit: (_name: string, words: unknown) => heard.push(words) } as unknown as LiveSocket, sees);
  return heard;
}
const become = (more: Partial<Room['questions'][number]>): void => { Object.assign(room.questions[0] ?? {}, more); };

describe('what questions say in other languages', () => {
  beforeEach(() => {
    room = emptyRoom();
    room.questions.push({
      questionId, text: '谁来支付？', askedBy: null, anonymous: true, askedAt: 0, topicId: null, status: 'pending', approved: false, declineReason: null, mergedInto: null,
      tookIn: 0, edits: [], votes: 0, voters: [], entryId: null, answer: null,
    });
    const io = { to: (channel: string) => ({ emit: (_name: string, words: unknown) => told.push([channel.slice(roomId.length + 1), words]) }) } as unknown as LiveNamespace;
    live = newLiveRoom(roomId, { seq: 0, room, stretches: [], since: () => null, close: () => undefined }, io, 0);
  });

  it('[Q15] is told to moderators alone while the question waits, once, and to all when it is approved', () => {
    expect(round()).toEqual([['moderating', { [questionId]: inEnglish }]]);
    expect(round()).toEqual([]);
    expect([placed('inside'), placed('moderating')]).toEqual([[], [{ [questionId]: inEnglish }]]);
    become({ status: 'approved' });
    expect(placed('inside')).toEqual([]);
    expect(round()).toEqual([['inside', { [questionId]: inEnglish }]]);
    expect(placed('inside')).toEqual([{ [questionId]: inEnglish }]);
  });

  it('is told to all at once where the question was approved before it was translated', () => {
    become({ status: 'approved' });
    expect(round()).toEqual([['moderating', { [questionId]: inEnglish }], ['inside', { [questionId]: inEnglish }]]);
  });

  it.each<[string, Partial<Room['questions'][number]>]>([['declined', { status: 'declined' }], ['erased', { text: null }]])('is taken back when the question is %s, from those who were told', (_what, more) => {
    round();
    become(more);
    expect(round()).toEqual([['moderating', { [questionId]: null }]]);
    expect([live.translated.size, placed('moderating')]).toEqual([0, []]);
  });

  it('is not told of a wording that is not the question’s any more', () => {
    takeStock(live);
    for (const one of live.translated.values()) one.translation = inEnglish;
    become({ text: '午餐几点？' });
    told = [];
    tellTranslations(live, []);
    expect(told).toEqual([]);
    const over = takeStock(live);
    tellTranslations(live, over);
    expect(told).toEqual([]);
    expect([...live.translated.values()]).toMatchObject([{ text: '午餐几点？', translation: null, told: 'nobody' }]);
  });
});
