import type { AnyCommand, CommandId, ItemId, ParticipantId, Recorded, RoomEvent, RoomRules, TopicId } from '@yaji/contracts';
import { apply, decide, defaultRules, emptyRoom, type Room } from '../src/index.ts';

/** A test of the rules is a sentence: given what was said before, when this is said, then these events (or this refusal). */
export type Step = { by: string | null; command: AnyCommand; at?: number; commandId: CommandId };

/** The id that a short name stands for, of whatever kind is wanted; always the same. */
export function id(name: string): never {
  const known = ids.get(name) ?? made(name);
  ids.set(name, known);
  return known as never;
}
const ids = new Map<string, string>();

function made(name: string): string {
  const hex = Array.from(name, (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('').padEnd(24, '0').slice(-24);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(12, 24)}`;
}
export const person = (name: string): ParticipantId => id(name);

/** When a scene opens, UTC milliseconds; each step is a second after the one before unless it says otherwise. */
export const t0 = Date.UTC(2026, 10, 21, 12);

let said = 0;
type More = { at?: number; as?: string };
export function says<T extends AnyCommand['type']>(by: string | null, type: T, data: Extract<AnyCommand, { type: T }>['data'], { at, as }: More = {}): Step {
  said += 1;
  return { by, command: { type, data } as AnyCommand, commandId: id(as ?? `c${said}`), ...(at === undefined ? {} : { at }) };
}

export const rules: RoomRules = { ...defaultRules, lobby: ['attendee'], pendingQuestions: 2, questionEveryMs: 0 };
const title = (text: string) => ({ en: text, 'zh-CN': `${text}（中）` });
const topic = (topicId: string) => ({ topicId: topicId as TopicId, title: title(topicId), plannedMs: 600_000 });
const item = (itemId: string, speakers: string[], topics: string[]) => ({
  itemId: itemId as ItemId, kind: 'roundtable' as const, title: title(itemId), plannedStartAt: t0, plannedMs: 1_200_000, speakers: speakers.map(person), topics: topics.map(topic),
});

const cast: [string, 'owner' | 'moderator' | 'speaker'][] = [['own', 'owner'], ['mod', 'moderator'], ['moe', 'moderator'], ['ann', 'speaker'], ['bob', 'speaker'], ['cat', 'speaker']];
const plate = (name: string) => ({ name: { en: name }, organisation: { en: `${name} Park` } });
/** Whom somebody belongs to, by short names. */
type Belongs = { organisation?: string; country?: string; group?: string; languages?: string[] };
type AnyRole = (typeof cast)[number][1] | 'attendee' | 'display' | 'usher' | 'interpreter';
const who = (name: string, role: AnyRole, { organisation, country, group, languages = [] }: Belongs = {}) => ({
  participantId: person(name), role, organisationId: organisation === undefined ? null : id(organisation), country: country ?? null, languages, ...(group === undefined ? {} : { group }),
});

export const opens = (changed: Partial<RoomRules> = {}): Step =>
  says(null, 'room.open', {
    plan: {
      salonId: id('salon'), roomId: id('room'), title: title('Salon'), languages: ['en', 'zh-CN'], rules: { ...rules, ...changed },
      agenda: [item('welcome', ['ann'], []), item('table', ['bob', 'cat'], ['one', 'two']), item('close', [], [])],
    },
    people: cast.map(([name, role]) => ({ person: who(name, role), plate: plate(name), place: null })),
  }, { at: t0 });

export const enters = (name: string, role: AnyRole = 'speaker', more: More & Belongs & { place?: 'remote' | 'hall' } = {}): Step =>
  says(null, 'member.enter', { person: who(name, role, more), plate: plate(name), place: more.place ?? 'remote', message: null }, more);

/** An open room with the moderators and three speakers present. */
export const scene = (changed: Partial<RoomRules> = {}): Step[] => [opens(changed), ...['own', 'mod', 'moe', 'ann', 'bob', 'cat'].map((name) => enters(name, 'speaker', { at: t0 }))];

export type Played = { room: Room; log: Recorded[] };

/** Plays steps; throws where one is refused, since a scene must be possible. */
export function play(steps: readonly Step[]): Played {
  const room = emptyRoom();
  const log: Recorded[] = [];
  for (const step of steps) {
    const verdict = ask(room, step);
    if (!verdict.ok) throw new Error(`${step.command.type} by ${step.by ?? 'the server'} was refused: ${verdict.error.code}`);
    record(room, log, { step, events: verdict.value });
  }
  return { room, log };
}

const timeOf = (room: Room, step: Step): number => Math.max(room.lastAt, step.at ?? room.lastAt + 1_000);
export const ask = (room: Room, step: Step) => decide(room, step.command, { by: step.by === null ? null : person(step.by), at: timeOf(room, step), commandId: step.commandId });

function record(room: Room, log: Recorded[], { step, events }: { step: Step; events: readonly RoomEvent[] }): void {
  const at = timeOf(room, step);
  for (const event of events) {
    const recorded: Recorded = { ...event, seq: log.length + 1, at, by: step.by === null ? null : person(step.by) };
    apply(room, JSON.parse(JSON.stringify(recorded)) as Recorded);
    log.push(recorded);
  }
}
