import fc from 'fast-check';
import type { AnyCommand, CommandId, EntryId, ItemId, ParticipantId, QuestionId, Recorded, RoomRules, TopicId } from '@yaji/contracts';
import { apply, decide, emptyRoom, type Room } from '@yaji/salon';
import { enters, id, opens, person, t0, type Step } from '../../libs/salon/test/given.ts';

/** What somebody says in a random history, in terms of what there is at that moment (the third question, the second in the queue). */
export type Act = { who: string; verb: number; pick: number; afterMs: number };

export const cast = ['own', 'mod', 'moe', 'ann', 'bob', 'cat', 'zoe', 'dan', 'usher', 'hall'] as const;
const roles = new Map([['own', 'owner'], ['mod', 'moderator'], ['moe', 'moderator'], ['zoe', 'attendee'], ['dan', 'attendee'], ['usher', 'usher'], ['hall', 'display']] as const);
const roleOf = (name: string) => roles.get(name as 'own') ?? 'speaker';

export const acts = (maxLength = 60): fc.Arbitrary<Act[]> =>
  fc.array(fc.record({ who: fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...cast) }, { weight: 1, arbitrary: fc.constant('mod') }), verb: fc.nat(999), pick: fc.nat(9), afterMs: fc.constantFrom(0, 1, 900, 5_000, 31_000, 61_000, 200_000) }), { maxLength, size: 'max' });

type Say = (room: Room, act: Act) => AnyCommand;
const at = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];
const participant = ({ pick }: Act): ParticipantId => person(at(cast, pick) ?? 'ann');
const waiting = (room: Room, act: Act): ParticipantId =>
  at(Object.values(room.members).filter(({ standing }) => standing === 'waiting' || standing === 'declined'), act.pick)?.participantId ?? participant(act);
const entryOf = (room: Room, { pick }: Act): EntryId => at(room.floor.queue, pick)?.entryId ?? id('no-entry');
const questionOf = (room: Room, { pick }: Act): QuestionId => at(room.questions, pick)?.questionId ?? id('no-question');
const item = ({ pick }: Act) => ({ itemId: (at(['welcome', 'table', 'close', 'nowhere'], pick) ?? '') as ItemId });
const topic = ({ pick }: Act) => ({ itemId: 'table' as ItemId, topicId: (at(['one', 'two', 'three'], pick) ?? '') as TopicId });
const turn = (room: Room, { pick }: Act): number => Math.max(1, pick === 9 ? room.floor.turns - 1 : room.floor.turns);
const stale = (room: Room, { pick }: Act): number => (pick === 0 ? Math.max(0, room.floor.turns - 1) : room.floor.turns);

const sayings: Say[] = [
  () => ({ type: 'floor.request', data: {} }),
  () => ({ type: 'floor.request', data: {} }),
  (room, act) => ({ type: 'floor.withdraw', data: { entryId: entryOf(room, act) } }),
  (_, act) => ({ type: 'floor.add', data: { participantId: participant(act) } }),
  (room, act) => ({ type: 'floor.move', data: { entryId: entryOf(room, act), index: act.pick % 4 } }),
  () => ({ type: 'floor.closeList', data: {} }),
  () => ({ type: 'floor.reopenList', data: {} }),
  (room, act) => ({ type: 'floor.grantNext', data: { afterTurn: stale(room, act) } }),
  (room, act) => ({ type: 'floor.grantNext', data: { afterTurn: stale(room, act) } }),
  (room, act) => ({ type: 'floor.grantTo', data: { participantId: participant(act), afterTurn: stale(room, act) } }),
  (room, act) => ({ type: 'floor.pause', data: { turn: turn(room, act) } }),
  (room, act) => ({ type: 'floor.resume', data: { turn: turn(room, act) } }),
  (room, act) => ({ type: 'floor.extend', data: { turn: turn(room, act), byMs: 60_000 } }),
  (room, act) => ({ type: 'floor.end', data: { turn: turn(room, act) } }),
  (room, act) => ({ type: 'floor.undo', data: { turn: turn(room, act) } }),
  (room, act) => ({ type: 'floor.undo', data: { turn: turn(room, act) } }),
  (room, act) => ({ type: 'floor.measure', data: { turn: turn(room, act), speechMs: act.pick * 10_000 } }),
  () => ({ type: 'room.tick', data: {} }),
  (room, act) => ({ type: 'member.admit', data: { participantId: waiting(room, act) } }),
  (room, act) => ({ type: 'member.decline', data: { participantId: waiting(room, act), message: 'Full' } }),
  (_, act) => ({ type: 'member.setRole', data: { participantId: participant(act), role: at(['speaker', 'attendee', 'moderator'] as const, act.pick) ?? 'speaker' } }),
  (_, act) => (act.pick === 1 ? { type: 'member.remove', data: { participantId: participant(act) } } : { type: 'member.leave', data: {} }),
  (room, act) => ({ type: 'member.absent', data: { participantId: participant(act), lastSeenAt: room.lastAt - act.pick * 10_000 } }),
  (_, act) => enters(act.who, roleOf(act.who), { place: act.pick > 7 ? 'hall' : 'remote' }).command,
  (_, act) => enters(act.who, roleOf(act.who)).command,
  (_, act) => ({ type: 'member.introduce', data: { participantId: id(`guest${act.pick}`), name: { en: 'Guest' }, organisation: null, country: null, languages: [] } }),
  (_, act) => ({ type: 'agenda.startItem', data: item(act) }),
  (_, act) => ({ type: 'agenda.finishItem', data: item(act) }),
  (_, act) => ({ type: 'agenda.skipItem', data: item(act) }),
  (_, act) => ({ type: 'agenda.startTopic', data: topic(act) }),
  (_, act) => ({ type: 'agenda.finishTopic', data: topic(act) }),
  (_, act) => ({ type: 'agenda.skipTopic', data: topic(act) }),
  (_, act) => ({ type: 'question.ask', data: { text: `Why ${act.pick}?`, anonymous: act.pick % 2 === 0 } }),
  (_, act) => ({ type: 'question.ask', data: { text: `How ${act.pick}?`, anonymous: act.pick % 2 === 0 } }),
  (room, act) => ({ type: 'question.approve', data: { questionId: questionOf(room, act) } }),
  (room, act) => ({ type: 'question.decline', data: { questionId: questionOf(room, act), reason: 'Off topic' } }),
  (room, act) => ({ type: 'question.upvote', data: { questionId: questionOf(room, act) } }),
  (room, act) => ({ type: 'question.answer', data: { questionId: questionOf(room, act), text: act.pick > 5 ? 'So.' : null } }),
  (room, act) => ({ type: 'question.done', data: { questionId: questionOf(room, act) } }),
  (_, act) => ({ type: 'stage.bring', data: { participantId: participant(act) } }),
  (_, act) => ({ type: 'stage.dismiss', data: { participantId: participant(act) } }),
  (_, act) => ({ type: 'stage.arrange', data: { layout: act.pick > 5 ? 'grid' : 'speaker' } }),
  () => ({ type: 'recording.start', data: {} }),
  () => ({ type: 'recording.stop', data: {} }),
  (_, act) => (act.pick === 9 ? { type: 'room.close', data: {} } : { type: 'floor.request', data: {} }),
];

const servers = new Set<AnyCommand['type']>(['room.open', 'room.tick', 'member.enter', 'member.absent', 'floor.measure']);

export type History = { room: Room; log: Recorded[] };

/** Plays a random history on an open room. `seen` is shown the room before and after each command. */
export function run(history: readonly Act[], rules: Partial<RoomRules> = {}, seen?: (room: Room, command: AnyCommand) => void): History {
  const room = emptyRoom();
  const log: Recorded[] = [];
  const first: Step[] = [opens(rules), ...['own', 'mod', 'ann', 'bob', 'cat'].map((name) => enters(name))];
  first.forEach((step, n) => say({ room, log }, step.command, { who: null, at: t0, commandId: id(`first${n}`) }));
  history.forEach((act, n) => {
    const command = sayings[act.verb % sayings.length]?.(room, act);
    if (!command) return;
    seen?.(room, command);
    say({ room, log }, command, { who: servers.has(command.type) ? null : act.who, at: room.lastAt + act.afterMs, commandId: id(`n${n}`) });
  });
  return { room, log };
}

function say({ room, log }: History, command: AnyCommand, { who, at, commandId }: { who: string | null; at: number; commandId: CommandId }): void {
  const by = who === null ? null : person(who);
  const verdict = decide(room, command, { by, at, commandId });
  if (!verdict.ok) return;
  for (const event of verdict.value) {
    const recorded: Recorded = structuredClone({ ...event, seq: log.length + 1, at, by });
    apply(room, recorded);
    log.push(recorded);
  }
}
