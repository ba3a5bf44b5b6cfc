import fc from 'fast-check';
import type { ActionId, ActionMark, AnyCommand, CommandId, EntryId, Holder, ItemId, MicrophoneId, OrderPolicy, ParticipantId, PollAnswer, PollId, PollPlan, Proposal, PushId, QuestionId, Recorded, RoomRules, TopicId } from '@yaji/contracts';
import { apply, decide, emptyRoom, timeBank, type Room } from '@yaji/salon';
import type { Act } from './act.ts';
import { electors, votingSayings } from './voting.ts';
import { moves, seconds } from '../../libs/salon/test/voting.ts';
import { enters, id, opens, person, t0, type Step } from '../../libs/salon/test/steps.ts';

export type { Act } from './act.ts';

export const cast = ['own', 'mod', 'moe', 'ann', 'bob', 'cat', 'zoe', 'dan', 'usher', 'hall', 'ivo'] as const;
const roles = new Map([['own', 'owner'], ['mod', 'moderator'], ['moe', 'moderator'], ['zoe', 'attendee'], ['dan', 'attendee'], ['usher', 'usher'], ['hall', 'display'], ['ivo', 'interpreter']] as const);
const roleOf = (name: string) => roles.get(name as 'own') ?? 'speaker';

const who = fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...cast) }, { weight: 1, arbitrary: fc.constant('mod') });

/** One history in three is about votes, in which a chain of acts must meet; chance alone would hardly make one among so many verbs. */
export const acts = (maxLength = 60): fc.Arbitrary<Act[]> => {
  const about = (verb: fc.Arbitrary<number>) => fc.array(fc.record({ who, verb, pick: fc.nat(9), afterMs: fc.constantFrom(0, 1, 900, 5_000, 31_000, 61_000, 200_000) }), { maxLength, size: 'max' });
  const others = fc.integer({ min: votingSayings.length, max: sayings.length - 1 });
  return fc.oneof({ weight: 2, arbitrary: about(others) }, { weight: 1, arbitrary: about(fc.oneof({ weight: 4, arbitrary: fc.nat(votingSayings.length - 1) }, { weight: 1, arbitrary: others })) });
};

type Say = (room: Room, act: Act) => AnyCommand;
const at = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];
const participant = ({ pick }: Act): ParticipantId => person(at(cast, pick) ?? 'ann');
const waiting = (room: Room, act: Act): ParticipantId =>
  at(Object.values(room.members).filter(({ standing }) => standing === 'waiting' || standing === 'declined'), act.pick)?.participantId ?? participant(act);
const entryOf = (room: Room, { pick }: Act): EntryId => at(room.floor.queue, pick)?.entryId ?? id('no-entry');
const questionOf = (room: Room, { pick }: Act): QuestionId => at(room.questions, pick)?.questionId ?? id('no-question');
const pollKinds = ['single', 'multiple', 'ranking', 'rating', 'words'] as const;
const pollPlan = ({ pick }: Act): PollPlan => {
  const kind = at(pollKinds, pick) ?? 'single';
  const options = kind === 'rating' || kind === 'words' ? [] : ['red', 'green', 'blue'].map((optionId) => ({ optionId, title: { en: optionId } }));
  return { kind, title: { en: 'What?' }, options, results: pick > 4 ? 'live' : 'published', changeable: pick % 3 > 0 };
};
const pollOf = (room: Room, { pick }: Act): PollId => at(room.polls, pick)?.pollId ?? id('no-poll');
function pollAnswer(room: Room, act: Act): { pollId: PollId; answer: PollAnswer } {
  const poll = room.polls.find(({ status }) => status === 'open') ?? at(room.polls, act.pick);
  const pollId = poll?.pollId ?? id('no-poll');
  const options = act.pick % 2 === 0 ? ['red'] : act.pick > 6 ? ['blue', 'red'] : ['green', 'red', 'blue'];
  if (poll?.plan.kind === 'rating') return { pollId, answer: { rating: 1 + (act.pick % 5) } };
  return { pollId, answer: poll?.plan.kind === 'words' ? { text: `word ${act.pick % 3}` } : { options: poll?.plan.kind === 'single' ? options.slice(0, 1) : options } };
}
const actionOf = (room: Room, { pick }: Act): ActionId => at(room.actions, pick)?.actionId ?? id('no-action');
const actionMark = (act: Act): ActionMark => (act.pick % 3 === 0
  ? { kind: 'decision', what: `So ${act.pick}` }
  : { kind: 'action', what: `Do ${act.pick}`, who: [participant(act)], organisation: act.pick > 6 ? id('park') : null, others: act.pick > 4 ? 'the hosts' : null, by: act.pick > 2 ? '2026-12-15' : null });
const firstOf = (room: Room, wanted: Room['questions'][number]['status']): QuestionId | undefined => room.questions.find(({ status }) => status === wanted)?.questionId;
const item = ({ pick }: Act) => ({ itemId: (at(['welcome', 'table', 'close', 'nowhere'], pick) ?? '') as ItemId });
const topic = ({ pick }: Act) => ({ itemId: 'table' as ItemId, topicId: (at(['one', 'two', 'three'], pick) ?? '') as TopicId });
const turn = (room: Room, { pick }: Act): number => Math.max(1, pick === 9 ? room.floor.turns - 1 : room.floor.turns);
const stale = (room: Room, { pick }: Act): number => (pick === 0 ? Math.max(0, room.floor.turns - 1) : room.floor.turns);

const lanes = ['normal', 'point-of-order', 'interposed', 'intervention'] as const;
const laneOf = ({ pick }: Act) => at(lanes, pick) ?? 'normal';
export const policies: OrderPolicy[] = [{ policy: 'first-time' }, { policy: 'round-robin', over: 'organisation' }, { policy: 'zipper', over: 'stance' }, { policy: 'least-time', over: 'person' }, { policy: 'random' }];
const modes = ['queue', 'playlist', 'nomination', 'draw', 'open', 'queue'] as const;
const holder = (act: Act): Holder => (act.pick > 6 ? { of: 'organisation', organisationId: id('park') } : { of: 'person', participantId: participant(act) });
const pushOf = ({ pick }: Act): PushId => id(`push${pick % 5}`);
const microphone = ({ pick }: Act) => (at(['one', 'two', 'none'], pick) ?? 'one') as MicrophoneId;
const proposal = (room: Room, { pick }: Act): Proposal => at(timeBank(room, room.lastAt), pick)?.proposal ?? { kind: 'close-list' };

const sayings: Say[] = [
  ...votingSayings,
  () => ({ type: 'floor.request', data: {} }),
  () => ({ type: 'floor.request', data: {} }),
  (room, act) => ({ type: 'floor.withdraw', data: { entryId: entryOf(room, act) } }),
  (_, act) => ({ type: 'floor.add', data: { participantId: participant(act) } }),
  (room, act) => ({ type: 'floor.move', data: { entryId: entryOf(room, act), index: act.pick % 4 } }),
  (_, act) => ({ type: 'floor.request', data: { lane: laneOf(act), ...(act.pick > 5 ? { note: 'A note', stance: act.pick > 7 ? 'pro' : 'contra' } : {}) } }),
  (_, act) => ({ type: 'floor.request', data: { lane: laneOf(act) } }),
  (room, act) => ({ type: 'floor.request', data: { answers: room.floor.current?.entry?.entryId ?? entryOf(room, act) } }),
  () => ({ type: 'floor.restoreOrder', data: {} }),
  (_, act) => ({ type: 'floor.setOrder', data: { policies: policies.slice(act.pick % 5, (act.pick % 5) + 2) } }),
  (_, act) => ({ type: 'floor.setMode', data: { mode: at(modes, act.pick) ?? 'queue', ...(act.pick === 1 ? { playlist: [person('bob'), participant(act)] } : {}) } }),
  () => ({ type: 'floor.setMode', data: { mode: 'nomination' } }),
  (room, act) => ({ type: 'floor.grantTo', data: { participantId: participant(act), afterTurn: stale(room, act), lane: laneOf(act), ...(act.pick > 7 ? { microphone: microphone(act) } : {}) } }),
  (room, act) => ({ type: 'floor.yield', data: { turn: turn(room, act), participantId: participant(act) } }),
  (room, act) => ({ type: 'floor.nominate', data: { turn: turn(room, act), participantId: participant(act) } }),
  (room, act) => ({ type: 'floor.nominate', data: { turn: turn(room, act), participantId: participant({ ...act, pick: act.pick + 1 }) } }),
  (room) => ({ type: 'floor.nominate', data: { turn: room.floor.turns || 1, participantId: person('ann') } }),
  (room) => ({ type: 'floor.nominate', data: { turn: room.floor.turns || 1, participantId: person('bob') } }),
  (room) => ({ type: 'floor.veto', data: { turn: room.floor.turns || 1 } }),
  (room) => ({ type: 'floor.veto', data: { turn: room.floor.turns || 1 } }),
  (room, act) => ({ type: 'floor.interpret', data: { turn: room.floor.turns || 1, participantId: room.floor.current?.interpretation?.by || act.pick > 7 ? null : person('ivo') } }),
  (room) => ({ type: 'floor.interpret', data: { turn: room.floor.turns || 1, participantId: room.floor.current?.interpretation?.by ? null : person('ivo') } }),
  (_, act) => ({ type: 'floor.topUp', data: { holder: holder(act), byMs: 30_000 } }),
  (_, act) => ({ type: 'floor.transfer', data: { from: { of: 'person', participantId: person(act.who) }, to: holder(act), byMs: 10_000 } }),
  (_, act) => ({ type: 'floor.measureOpen', data: { participantId: participant(act), speechMs: 1_000 + act.pick } }),
  (room, act) => ({ type: 'floor.hearElsewhere', data: { roomId: id(act.pick > 4 ? 'forum' : 'booth'), upTo: room.lastAt % 1_000 + act.pick, spoken: [participant(act), person('bob')].slice(act.pick % 2), turnMs: act.pick > 7 ? null : act.pick * 20_000 } }),
  (_, act) => ({ type: 'member.checkIn', data: { participantId: participant(act) } }),
  (_, act) => ({ type: 'stage.plugIn', data: { microphoneId: microphone(act) } }),
  (_, act) => ({ type: 'stage.unplug', data: { microphoneId: microphone(act) } }),
  (_, act) => ({ type: 'stage.hand', data: { microphoneId: microphone(act), participantId: act.pick > 7 ? null : act.pick > 3 ? person('usher') : participant(act) } }),
  (room, act) => ({ type: 'agenda.accept', data: { proposal: proposal(room, act) } }),
  () => ({ type: 'floor.closeList', data: {} }),
  () => ({ type: 'floor.reopenList', data: {} }),
  (room, act) => ({ type: 'floor.grantNext', data: { afterTurn: stale(room, act) } }),
  (room, act) => ({ type: 'floor.grantNext', data: { afterTurn: stale(room, act) } }),
  (room, act) => ({ type: 'floor.grantTo', data: { participantId: participant(act), afterTurn: stale(room, act) } }),
  (room, act) => ({ type: 'floor.pause', data: { turn: turn(room, act) } }),
  (room, act) => ({ type: 'floor.resume', data: { turn: turn(room, act) } }),
  (room) => ({ type: room.floor.current?.clock.runningSince === null ? 'floor.resume' : 'floor.pause', data: { turn: room.floor.turns || 1 } }),
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
  (room, act) => ({ type: 'question.approve', data: { questionId: firstOf(room, 'pending') ?? questionOf(room, act) } }),
  (_, act) => ({ type: 'poll.prepare', data: { plan: pollPlan(act) } }),
  (_, act) => ({ type: 'poll.prepare', data: { plan: pollPlan(act) } }),
  (room, act) => ({ type: 'poll.open', data: { pollId: room.polls.find(({ status }) => status === 'prepared')?.pollId ?? pollOf(room, act) } }),
  (room, act) => ({ type: 'poll.open', data: { pollId: room.polls.find(({ status }) => status === 'prepared')?.pollId ?? pollOf(room, act) } }),
  (room, act) => ({ type: 'poll.answer', data: pollAnswer(room, act) }),
  (room, act) => ({ type: 'poll.answer', data: pollAnswer(room, act) }),
  (room, act) => ({ type: 'poll.answer', data: pollAnswer(room, act) }),
  (room, act) => ({ type: 'poll.close', data: { pollId: pollOf(room, act) } }),
  (room, act) => ({ type: 'poll.publish', data: { pollId: pollOf(room, act) } }),
  (room, act) => ({ type: 'poll.discard', data: { pollId: pollOf(room, act) } }),
  (room, act) => ({ type: 'question.edit', data: { questionId: questionOf(room, act), text: `When ${act.pick}?` } }),
  (room, act) => ({ type: 'question.pin', data: { questionId: act.pick > 7 ? null : questionOf(room, act) } }),
  (room, act) => ({ type: 'question.merge', data: { questionId: questionOf(room, act), into: firstOf(room, 'approved') ?? questionOf(room, { ...act, pick: act.pick + 1 }) } }),
  (room, act) => ({ type: 'question.letSpeak', data: { questionId: questionOf(room, act) } }),
  (room, act) => ({ type: 'question.defer', data: { questionId: questionOf(room, act) } }),
  (room, act) => ({ type: 'question.reopen', data: { questionId: firstOf(room, 'later') ?? firstOf(room, 'answered') ?? questionOf(room, act) } }),
  (room, act) => ({ type: 'question.decline', data: { questionId: questionOf(room, act), reason: 'Off topic' } }),
  (room, act) => ({ type: 'question.upvote', data: { questionId: questionOf(room, act) } }),
  (room, act) => ({ type: 'question.answer', data: { questionId: questionOf(room, act), text: act.pick > 5 ? 'So.' : null } }),
  (room, act) => ({ type: 'question.done', data: { questionId: questionOf(room, act) } }),
  (_, act) => ({ type: 'stage.bring', data: { participantId: participant(act) } }),
  (_, act) => ({ type: 'stage.dismiss', data: { participantId: participant(act) } }),
  (_, act) => (act.pick > 7 ? { type: 'caption.choose', data: { source: act.pick > 8 ? 'typist' : 'browser' } } : { type: 'stage.arrange', data: { layout: act.pick > 5 ? 'grid' : 'speaker' } }),
  (_, act) => ({ type: 'action.mark', data: { mark: actionMark(act) } }),
  (_, act) => ({ type: 'action.mark', data: { mark: actionMark(act) } }),
  (room, act) => ({ type: 'action.reword', data: { actionId: actionOf(room, act), wording: at(room.actions, act.pick)?.wording ?? 1, mark: actionMark({ ...act, pick: act.pick + 3 }) } }),
  (room, act) => ({ type: act.pick > 5 ? 'action.restore' : 'action.withdraw', data: { actionId: actionOf(room, act) } }),
  () => ({ type: 'recording.start', data: {} }),
  () => ({ type: 'recording.stop', data: {} }),
  (_, act) => ({ type: 'stream.startPush', data: { pushId: pushOf(act), label: `Channel ${act.pick}` } }),
  (_, act) => ({ type: 'stream.stopPush', data: { pushId: pushOf(act) } }),
  (_, act) => ({ type: 'stream.endPush', data: { pushId: pushOf(act), why: 'refused' } }),
  (_, act) => (act.pick === 9 ? { type: 'room.close', data: {} } : { type: 'floor.request', data: {} }),
];

/** The verbs that are said to the floor. */
export const floorVerbs: number[] = sayings.flatMap((say, verb) => (say(emptyRoom(), { who: 'mod', verb, pick: 0, afterMs: 0 }).type.startsWith('floor.') ? [verb] : []));

const servers = new Set<AnyCommand['type']>(['room.open', 'room.tick', 'member.enter', 'member.absent', 'floor.measure', 'floor.measureOpen', 'floor.hearElsewhere', 'ballot.count', 'stream.endPush']);

const microphones = (['one', 'two'] as const).map((microphoneId) => ({ microphoneId: microphoneId as MicrophoneId, title: { en: microphoneId } }));

export type History = { room: Room; log: Recorded[] };

/** Plays a random history on an open room. `seen` is shown the room before and after each command. */
export function run(history: readonly Act[], rules: Partial<RoomRules> = {}, seen?: (room: Room, command: AnyCommand) => void): History {
  const room = emptyRoom();
  const log: Recorded[] = [];
  const first: Step[] = [opens({ personBudgetMs: 400_000, organisationBudgetMs: 600_000, microphones, ...rules }), ...['own', 'mod'].map((name) => enters(name)), ...['ann', 'bob', 'cat'].map((name) => enters(name, 'speaker', { organisation: name === 'cat' ? 'hill' : 'park' })), enters('ivo', 'interpreter'), enters('usher', 'usher', { place: 'hall' })];
  first.forEach((step, n) => say({ room, log }, step.command, { who: null, at: t0, commandId: id(`first${n}`) }));
  say({ room, log }, { type: 'electorate.set', data: { electors } }, { who: 'mod', at: t0, commandId: id('register') });
  for (const { by, command, commandId } of [moves(), seconds()]) say({ room, log }, command, { who: by, at: t0, commandId });
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
