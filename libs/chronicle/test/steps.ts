import type { ItemId, QuestionId, TopicId } from '@yaji/contracts';
import { id, person, play, says, scene, type Step, t0 } from '../../salon/test/given.ts';
import type { RecordedTrack } from '../src/index.ts';

/** Sentences of a history; `s` is seconds after the room opened. */
export { enters, person, says, t0 } from '../../salon/test/given.ts';

export const at = (s: number): { at: number } => ({ at: t0 + s * 1_000 });
export const grants = (s: number, name: string, afterTurn: number): Step => says('mod', 'floor.grantTo', { participantId: person(name), afterTurn }, at(s));
export const ends = (s: number, turn: number): Step => says('mod', 'floor.end', { turn }, at(s));
export const pauses = (s: number, turn: number): Step => says('mod', 'floor.pause', { turn }, at(s));
export const resumes = (s: number, turn: number): Step => says('mod', 'floor.resume', { turn }, at(s));
export const undoes = (s: number, turn: number): Step => says('mod', 'floor.undo', { turn }, at(s));
export const measures = (s: number, turn: number, speechMs: number): Step => says(null, 'floor.measure', { turn, speechMs }, at(s));
export const records = (s: number): Step => says('mod', 'recording.start', {}, at(s));
export const stops = (s: number): Step => says('mod', 'recording.stop', {}, at(s));
export const closes = (s: number): Step => says('mod', 'room.close', {}, at(s));
export const starts = (s: number, itemId: string): Step => says('mod', 'agenda.startItem', { itemId: itemId as ItemId }, at(s));
export const startsTopic = (s: number, itemId: string, topicId: string): Step =>
  says('mod', 'agenda.startTopic', { itemId: itemId as ItemId, topicId: topicId as TopicId }, at(s));
export const asks = (s: number, name: string, question: string, more: { as: string; anonymous?: boolean }): Step =>
  says(name, 'question.ask', { text: question, anonymous: more.anonymous ?? false }, { ...at(s), as: more.as });
export const question = (name: string): { questionId: QuestionId } => ({ questionId: id(name) });

export const logOf = (...steps: (Step | Step[])[]) => play([...scene(), ...steps.flat()]).log;

/** A track of a person with sound or picture in these seconds. */
export const track = (name: string, source: RecordedTrack['source'], ...seconds: [number, number][]): RecordedTrack => ({
  trackId: `${name}-${source}-${seconds[0]?.[0] ?? 0}`,
  participantId: person(name),
  source,
  kind: source === 'microphone' ? 'audio' : 'video',
  spans: seconds.map(([from, to]) => ({ fromAt: t0 + from * 1_000, toAt: t0 + to * 1_000 })),
});
