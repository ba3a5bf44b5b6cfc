import type { Lane, LocalText, ParticipantId, Recorded, Told } from '@yaji/contracts';
import { apply, emptyRoom, forecastEndAt, type Room } from '@yaji/salon';
import type { Acknowledged } from '../../pages/acks.ts';
import { firstSound, type Span, totalsIn } from '../../pages/gain.ts';
import { acknowledgedRows } from '../checks/acknowledged.ts';
import { heardIn, settlingMs } from '../checks/hearing.ts';
import { minutesRows } from '../checks/minutes.ts';
import { type Published, recordingRows } from '../checks/recording.ts';
import { type Row, row } from '../checks/row.ts';
import { type PlayedTurn, playedTurns } from '../checks/turns.ts';
import type { Ear, Held } from '../checks/verdict.ts';
import type { Cell } from '../table.ts';
import type { Voted } from './motion.ts';
import { motionRows } from './motion-rows.ts';

/** What was called, in the order of the grants. */
export type Called = { participantId: ParticipantId; lane: Lane };
export type Evidence = {
  log: readonly Told[];
  plates: ReadonlyMap<ParticipantId, LocalText>;
  /** `hall`: that of the projector, which stands beside the microphones. */
  ears: readonly Ear[]; hall: string;
  called: readonly Called[];
  /** Who was to speak too long, and whether the hall display said so. */
  overrun: { participantId: ParticipantId; shown: boolean };
  /** What the usher's page counted last. */
  headCount: { remote: number; hall: number };
  acks: readonly Acknowledged[]; written: ReadonlyMap<string, number>;
  held: readonly Held[];
  published: Published | null; minutes: string | null;
  voted: Voted | null;
  faults: readonly { who: string; fault: string }[];
};

const roomAt = (log: readonly Told[], upTo: number): Room => log.filter(({ seq }) => seq <= upTo).reduce((room, told) => (apply(room, told), room), emptyRoom());
const lengthOf = ({ fromAt, toAt }: Span): number => toAt - fromAt;
const sum = (spans: readonly Span[]): number => spans.reduce((ms, span) => ms + lengthOf(span), 0);
const nameOf = ({ plates }: Evidence, id: ParticipantId): string => Object.values(plates.get(id) ?? {})[0] ?? id;
const started = (log: readonly Told[]) => log.filter((told) => told.type === 'TurnStarted') as Extract<Recorded, { type: 'TurnStarted' }>[];

function turnRows(evidence: Evidence, turns: readonly PlayedTurn[]): Row[] {
  const { log, called } = evidence;
  const given = started(log).map(({ data }) => ({ participantId: data.participantId, lane: data.lane ?? 'normal' }));
  const right = given.length === called.length && given.every((one, n) => one.participantId === called[n]?.participantId && one.lane === called[n].lane);
  const took = new Map(log.flatMap((told) => (told.type === 'TurnEnded' ? [[told.data.turn, told.data.tookMs] as const] : [])));
  const interrupted = turns.filter((turn) => turn.interrupted.length > 0);
  const off = turns.map((turn) => Math.abs(sum(turn.heard) - (took.get(turn.turn) ?? Number.NaN)));
  return [
    row('turns: as they were called, in their lanes', right, given.map(({ participantId, lane }) => `${nameOf(evidence, participantId)}${lane === 'normal' ? '' : ` (${lane})`}`).join(', ')),
    row('interruptions: exactly the rest is given back', interrupted.length >= 2 && off.every((ms) => ms === 0), `${interrupted.length} turns were interrupted; clocks off by ${Math.max(...off)} ms`),
  ];
}

/** What one listener decoded in one turn. The projector stands in the hall: what its microphones bring it must not play again. */
function cellOf(evidence: Evidence, turn: PlayedTurn, { listener, gains, from }: Ear): Cell {
  if (listener !== evidence.hall || turn.voice === turn.participantId) {
    const heard = heardIn(gains, turn, from);
    return heard && { ok: heard.ok, text: `${(heard.energy / heard.seconds).toPrecision(2)}/s${heard.others.length > 0 ? `, and ${heard.others.map((id) => nameOf(evidence, id as ParticipantId)).join(', ')}` : ''}` };
  }
  const energy = turn.heard.map(({ fromAt, toAt }) => [...totalsIn(gains, { fromAt: fromAt + settlingMs, toAt }).values()].reduce((all, one) => all + one.energy, 0)).reduce((all, one) => all + one, 0);
  return { ok: energy < 1e-4, text: energy < 1e-4 ? 'silent' : `${energy.toPrecision(2)} heard again` };
}

function hallRows({ log, overrun, headCount, ...evidence }: Evidence, turns: readonly PlayedTurn[]): Row[] {
  const atMicrophone = started(log).filter(({ data }) => data.microphone !== null);
  const last = turns.find(({ participantId, voice }) => participantId === overrun.participantId && voice !== participantId);
  const limit = started(log).find(({ data }) => data.turn === last?.turn)?.data.limitMs ?? Number.NaN;
  const members = Object.values(roomAt(log, log.at(-1)?.seq ?? 0).members).filter(({ place, role }) => place !== null && role !== 'display');
  const counted = { remote: members.filter(({ place }) => place === 'remote').length, hall: members.filter(({ place }) => place === 'hall').length };
  return [
    row('hall: two people spoke at two microphones', new Set(atMicrophone.map(({ data }) => data.microphone)).size === 2, atMicrophone.map(({ data }) => `${nameOf({ log, overrun, headCount, ...evidence }, data.participantId)} at ${data.microphone ?? ''}`).join(', ')),
    row('overrun: measured, and shown in the hall', last !== undefined && sum(last.heard) > limit && overrun.shown, last ? `${((sum(last.heard) - limit) / 1_000).toFixed(1)} s over ${(limit / 1_000).toFixed(0)} s` : 'not at all'),
    row('one head count', headCount.remote === counted.remote && headCount.hall === counted.hall, `${headCount.remote} online, ${headCount.hall} in the hall; by the log ${counted.remote} and ${counted.hall}`),
  ];
}

/** One event, and the forecast is earlier by what was promised. */
function bankRows({ log }: Evidence): Row[] {
  const accepted = log.find((told) => told.type === 'TimeBankAccepted');
  if (accepted?.type !== 'TimeBankAccepted') return [row('time bank: a proposal was accepted', false, 'none')];
  const { at, seq, data: { winsMs, proposal } } = accepted;
  const [before, after] = [forecastEndAt(roomAt(log, seq - 1), at), forecastEndAt(roomAt(log, seq), at)];
  const wonMs = (before ?? 0) - (after ?? 0);
  return [row('time bank: the forecast ends earlier by what was promised', winsMs > 0 && wonMs === winsMs, `${proposal.kind}: ${(wonMs / 60_000).toFixed(1)} of ${(winsMs / 60_000).toFixed(1)} min`)];
}

function waitRow({ ears, hall }: Evidence, turns: readonly PlayedTurn[]): Row {
  const waits = turns.flatMap((turn) => ears.filter(({ listener, from }) => listener !== hall && from < turn.startedAt).map(({ gains }) => (firstSound(gains, turn.voice, turn.startedAt) ?? Infinity) - turn.startedAt));
  return row('grant → audible', waits.length > 0 && waits.every((ms) => ms <= 3_000), `all within ${Math.round(Math.max(...waits))} ms (${waits.length} times, to 100 ms)`);
}

/** Also who has no device. */
function attendanceRow({ log, minutes, plates }: Evidence): Row {
  const there = Object.values(roomAt(log, log.at(-1)?.seq ?? 0).members).filter(({ firstJoinedAt, role }) => firstJoinedAt !== null && role !== 'display');
  const missing = there.filter(({ participantId }) => !Object.values(plates.get(participantId) ?? {}).some((name) => minutes?.includes(name)));
  return row('minutes: everybody who was there', minutes !== null && missing.length === 0, missing.length === 0 ? `${there.length} people` : `without ${missing.map(({ participantId }) => Object.values(plates.get(participantId) ?? {})[0] ?? participantId).join(', ')}`);
}

/** What a file of the recording should have: a chapter for each part of a turn. */
const partsOf = (turns: readonly PlayedTurn[]): (Span & { participantId: ParticipantId })[] =>
  turns.flatMap((turn) => turn.heard.map((span) => ({ ...span, participantId: turn.participantId }))).sort((a, b) => a.fromAt - b.fromAt);

function recordedMs(log: readonly Told[]): number {
  const from = log.find(({ type }) => type === 'RecordingStarted')?.at ?? 0;
  return (log.find(({ type }) => type === 'RoomClosed')?.at ?? from) - from;
}

/** Judges what was gathered. Pure: the same evidence gives the same verdict. */
export function judgeCouncil(evidence: Evidence): { listeners: string[]; lines: { name: string; cells: Cell[] }[]; rows: Row[] } {
  const { log, ears, acks, written, held, published, minutes, plates, faults } = evidence;
  const turns = playedTurns(log);
  const inOrder = [...turns].sort((a, b) => a.startedAt - b.startedAt);
  const [first] = held;
  const alike = first !== undefined && held.every(({ seq, digest }) => seq === first.seq && digest === first.digest);
  return {
    listeners: ears.map(({ listener }) => listener),
    lines: inOrder.map((turn) => ({ name: `${turn.turn} ${nameOf(evidence, turn.participantId)}`, cells: ears.map((ear) => cellOf(evidence, turn, ear)) })),
    rows: [
      ...turnRows(evidence, turns), waitRow(evidence, inOrder), ...hallRows(evidence, turns), ...bankRows(evidence),
      row('pages: the same room everywhere', held.length > 1 && alike, held.map(({ who, seq, digest }) => `${who} ${seq} ${digest}`).join(', ')),
      ...acknowledgedRows(acks, written),
      ...recordingRows(published, { spanMs: recordedMs(log), turns: partsOf(turns).map((part) => ({ lengthMs: lengthOf(part), names: Object.values(plates.get(part.participantId) ?? {}) })) }),
      ...minutesRows(minutes, { turns: inOrder.map(({ participantId }) => plates.get(participantId) ?? {}), question: null }),
      attendanceRow(evidence),
      ...motionRows(log, evidence.voted, minutes),
      row('pages: no script failed', faults.length === 0, faults.map(({ who, fault }) => `${who}: ${fault}`).join('; ') || 'none'),
    ],
  };
}
