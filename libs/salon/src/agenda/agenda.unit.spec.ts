import { describe, expect, it } from '@jest/globals';
import type { ItemId, TopicId } from '@yaji/contracts';
import { given, person, says, scene, t0 } from '../../test/given.ts';

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
