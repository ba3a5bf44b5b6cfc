import { describe, expect, it } from '@jest/globals';
import type { ItemId, TopicId } from '@yaji/contracts';
import { raises, second as s, speaks } from '../../test/floor.ts';
import { enters, given, person, says, scene, t0, type Step } from '../../test/given.ts';
import { forecastEndAt, limitMs, plannedEndAt, timeBank } from '../index.ts';

const item = (verb: 'startItem' | 'finishItem' | 'skipItem', itemId: string, at?: number) => says('mod', `agenda.${verb}`, { itemId: itemId as ItemId }, at === undefined ? {} : { at });
const topic = (verb: 'startTopic' | 'finishTopic' | 'skipTopic', topicId: string, itemId = 'table') =>
  says('mod', `agenda.${verb}`, { itemId: itemId as ItemId, topicId: topicId as TopicId });

describe('the agenda', () => {
  it('[A1] runs one item and one topic at most', () => {
    given(scene(), topic('startTopic', 'one')).when(item('startItem', 'close')).then({ type: 'TopicFinished' }, { type: 'ItemFinished', data: { itemId: 'table' } }, { type: 'ItemStarted', data: { itemId: 'close' } });
    given(scene(), topic('startTopic', 'one')).when(topic('startTopic', 'two')).then({ type: 'TopicFinished', data: { topicId: 'one' } }, { type: 'TopicStarted', data: { topicId: 'two' } });
  });
  it('[A2] starts and skips only what is planned', () => {
    given(scene(), item('startItem', 'welcome')).when(item('startItem', 'welcome')).refused('agenda/already-started');
    given(scene(), item('startItem', 'welcome'), item('finishItem', 'welcome')).when(item('startItem', 'welcome')).refused('agenda/already-over');
    given(scene(), item('skipItem', 'welcome')).when(item('skipItem', 'welcome')).refused('agenda/already-over');
    given(scene()).when(item('finishItem', 'welcome')).refused('agenda/not-running');
    given(scene()).when(item('startItem', 'nothing')).refused('agenda/unknown-item');
    given(scene(), topic('skipTopic', 'one')).when(topic('startTopic', 'one')).refused('agenda/already-over');
    given(scene()).when(topic('finishTopic', 'one')).refused('agenda/not-running');
    given(scene()).when(topic('startTopic', 'three')).refused('agenda/unknown-topic');
    given(scene(), item('skipItem', 'table')).when(topic('startTopic', 'one')).refused('agenda/already-over');
  });
  it('[A3] starts a topic together with its item', () =>
    given(scene()).when(topic('startTopic', 'one')).then({ type: 'RecordingStarted' }, { type: 'ItemStarted', data: { itemId: 'table' } }, { type: 'TopicStarted', data: { topicId: 'one' } }));
  it('[A4] finishes the topic with the item, and skips the topics nobody came to', () =>
    given(scene(), topic('startTopic', 'one'), item('finishItem', 'table')).leaves(({ agenda }) => {
      expect(agenda.items[1]?.topics.map(({ progress }) => progress)).toEqual(['finished', 'skipped']);
      expect(agenda).toMatchObject({ runningItem: null, runningTopic: null });
    }));
  it('[A5] keeps actual beside planned times', () =>
    given(scene(), item('startItem', 'welcome', t0 + 60_000), item('finishItem', 'welcome', t0 + 90_000)).leaves(({ agenda }) =>
      expect(agenda.items[0]).toMatchObject({ plannedStartAt: t0, startedAt: t0 + 60_000, endedAt: t0 + 90_000, progress: 'finished' })));
  it('[A6] gives a turn the item and topic that run when it starts', () =>
    given(scene(), topic('startTopic', 'two')).when(says('mod', 'floor.grantTo', { participantId: person('ann'), afterTurn: 0 })).then({ type: 'TurnStarted', data: { itemId: 'table', topicId: 'two' } }));
});

describe('the recording', () => {
  it('[REC1] starts with the first item where the rules say so', () => {
    given(scene(), item('startItem', 'welcome')).leaves(({ recording }) => expect(recording.running).toBe(true));
    given(scene({ recording: 'by-hand' }), item('startItem', 'welcome')).leaves(({ recording }) => expect(recording.running).toBe(false));
    given(scene(), item('startItem', 'welcome'), says('mod', 'recording.stop', {})).when(item('startItem', 'table')).then({ type: 'ItemFinished' }, { type: 'ItemStarted' });
  });
  it('[REC2] is not started twice nor stopped twice; each start opens a piece', () => {
    given(scene()).when(says('mod', 'recording.stop', {})).refused('recording/not-running');
    const twice = [...scene(), says('mod', 'recording.start', {}), says('mod', 'recording.stop', {}), says('mod', 'recording.start', {})];
    given(twice).when(says('mod', 'recording.start', {})).refused('recording/already-running');
    given(twice).leaves(({ recording }) => expect(recording.pieces.map(({ stoppedAt }) => stoppedAt === null)).toEqual([false, true]));
  });
});

describe('the time bank', () => {
  const minute = 60 * s;
  const at = (minutes: number): number => t0 + minutes * minute;
  // Each item is planned to begin when the room opens and to take 20 minutes, so the plan ends after 20 and is late by the next item's 40.
  const running = [...scene(), item('startItem', 'welcome', at(0)), item('finishItem', 'welcome', at(1)), says('mod', 'agenda.startTopic', { itemId: 'table' as ItemId, topicId: 'one' as TopicId }, { at: at(1) })];
  const guests = ['dan', 'eve', 'fay', 'gus'].map((name) => enters(name, 'speaker', { at: at(1) }));
  const hands: Step[] = [...guests, ...['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gus'].map((name) => raises(name, {}, at(2)))];

  it('[A7] forecasts that all who wait speak, and that the rest takes as long as planned', () => {
    given(scene()).leaves((room) => {
      expect(plannedEndAt(room)).toBe(at(20));
      expect(forecastEndAt(room, at(0))).toBe(at(60));
    });
    given(running).leaves((room) => expect(forecastEndAt(room, at(2))).toBe(at(11 + 10 + 20)));
    given(running, hands).leaves((room) => expect(forecastEndAt(room, at(2))).toBe(at(2 + 7 * 3 + 10 + 20)));
    given(running, hands, item('startItem', 'close'), item('finishItem', 'close')).leaves((room) => expect(forecastEndAt(room, at(30))).toBeNull());
  });
  it('[A8] proposes at most three things with what each wins, once the room is late', () => {
    given(running, hands).leaves((room) => {
      const offers = timeBank(room, at(3));
      expect(offers.map(({ proposal: { kind } }) => kind).sort()).toEqual(['close-list', 'shorter-item', 'shorter-turns']);
      expect(offers.find(({ proposal }) => proposal.kind === 'shorter-turns')).toEqual({ proposal: { kind: 'shorter-turns', itemId: 'table', topicId: 'one', limitMs: 30 * s }, winsMs: 7 * 150 * s });
      expect(offers.find(({ proposal }) => proposal.kind === 'shorter-item')).toEqual({ proposal: { kind: 'shorter-item', itemId: 'close', plannedMs: 10 * minute }, winsMs: 10 * minute });
      expect(offers.map(({ winsMs }) => winsMs)).toEqual(offers.map(({ winsMs }) => winsMs).toSorted((a, b) => b - a));
    });
    given(scene(), item('skipItem', 'table'), item('skipItem', 'close')).leaves((room) => expect(timeBank(room, at(0))).toEqual([]));
  });
  it('[A9] changes agenda, limits and estimates by one event', () => {
    const accepts = (proposal: Parameters<typeof says<'agenda.accept'>>[2]['proposal']) => says('mod', 'agenda.accept', { proposal }, { at: at(3) });
    const shorter = accepts({ kind: 'shorter-turns', itemId: 'table' as ItemId, topicId: 'one' as TopicId, limitMs: 40 * s });
    given(running, hands).when(shorter).then({ type: 'TimeBankAccepted', data: { winsMs: 7 * 150 * s } });
    given(running, hands, shorter).leaves((room) => expect(limitMs(room)).toBe(40 * s));
    given(running, hands, shorter, speaks('ann', 1, { from: at(4), forMs: s })).leaves(({ floor }) => expect(floor.past[0]?.clock.allottedMs).toBe(40 * s));
    given(running, hands, accepts({ kind: 'shorter-item', itemId: 'close' as ItemId, plannedMs: 10 * minute })).leaves((room) => {
      expect(forecastEndAt(room, at(3))).toBe(at(3 + 21 + 10 + 10));
      expect(plannedEndAt(room)).toBe(at(20));
    });
    given(running, hands, accepts({ kind: 'close-list' })).leaves(({ floor }) => expect(floor.list).toBe('closed'));
    given(scene(), item('skipItem', 'table'), item('skipItem', 'close')).when(accepts({ kind: 'close-list' })).refused('agenda/stale-proposal');
    given(running, hands).when(accepts({ kind: 'shorter-item', itemId: 'welcome' as ItemId, plannedMs: 0 })).refused('agenda/stale-proposal');
  });
});
