import type { LocalText, ParticipantId, Told } from '@yaji/contracts';
import type { Acknowledged } from '../../pages/acks.ts';
import { firstSound, type Gain, lastSound, longestSilence, without } from '../../pages/gain.ts';
import { acknowledgedRows } from './acknowledged.ts';
import { heardIn, heardInPauses, settlingMs } from './hearing.ts';
import { minutesRows } from './minutes.ts';
import { type Published, recordingRows } from './recording.ts';
import { type Row, row } from './row.ts';
import { type PlayedTurn, playedTurns } from './turns.ts';

/** What one listener's page decoded, from when it came. UTC milliseconds. */
export type Ear = { listener: string; from: number; gains: Gain[] };
/** A page's own room: its number and what it shows. */
export type Held = { who: string; seq: number; digest: string };
export type Struck = { what: string; at: number; restarts: { name: string; afterMs: number }[] };

/** Everything that was seen, heard and kept. */
export type Evidence = {
  log: readonly Told[];
  plates: ReadonlyMap<ParticipantId, LocalText>;
  ears: readonly Ear[];
  acks: readonly Acknowledged[];
  written: ReadonlyMap<string, number>;
  held: readonly Held[];
  published: Published | null;
  minutes: string | null;
  struck: Struck | null;
  faults: readonly { who: string; fault: string }[];
};
/** What was played: who spoke in which order, who came back, what was asked. */
export type Script = { speakers: readonly ParticipantId[]; returned: ParticipantId; question: string };
export type Cell = { ok: boolean; text: string } | null;
export type Verdict = { listeners: string[]; lines: { name: string; cells: Cell[] }[]; rows: Row[] };

const nameOf = ({ plates }: Evidence, participantId: ParticipantId | string): string => Object.values(plates.get(participantId as ParticipantId) ?? {})[0] ?? participantId;

/** Who is interrupted when what is killed, and for how long at most. */
const silenceAllowedMs: Record<string, number> = { media: 5_000, mediasoup: 5_000 };
const unbrokenMs = 1_000;
const commandsWithinMs = 15_000;

/** Where a fault may silence the speaker for a while, that while is not judged here; a row of its own does. */
function judged({ struck }: Evidence, turn: PlayedTurn): PlayedTurn {
  const silentMs = struck ? silenceAllowedMs[struck.what] : undefined;
  if (!struck || silentMs === undefined) return turn;
  return { ...turn, heard: turn.heard.flatMap((span) => without(span, { fromAt: struck.at, toAt: struck.at + silentMs })) };
}

function cellOf(evidence: Evidence, turn: PlayedTurn, { gains, from }: Ear): Cell {
  const heard = heardIn(gains, judged(evidence, turn), from);
  if (!heard) return null;
  const others = heard.others.length > 0 ? `, and ${heard.others.map((one) => nameOf(evidence, one)).join(', ')}` : '';
  const after = from < turn.startedAt ? waitMs(gains, turn) : null;
  return { ok: heard.ok, text: `${after === null ? '' : `after ${after.toFixed(0)} ms, `}${(heard.energy / heard.seconds).toPrecision(2)}/s ${(heard.frames / heard.seconds).toFixed(0)} fps${others}` };
}

/** From the grant until the page decoded the first sound. */
const waitMs = (gains: readonly Gain[], { participantId, startedAt }: PlayedTurn): number => (firstSound(gains, participantId, startedAt) ?? Number.POSITIVE_INFINITY) - startedAt;

const quantile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
/** So long after it came a page is still at its first work. */
const freshMs = 8_000;
/** `back`: the page that speaks or listens is only just there, on the processors that nine other browsers use. `npm run bench -- return` measures it alone. */
const longestWaitMs = { half: 1_000, all: 3_000, back: 5_000 };

/** From the moment the log gives the floor until a page decoded the first sound of the new speaker, and the last of the one before. */
function grantRows({ ears }: Evidence, turns: readonly PlayedTurn[], returned: ParticipantId): Row[] {
  const pairs = turns.flatMap((turn, index) => ears.filter(({ from }) => from < turn.startedAt).map(({ gains, listener, from }) => ({ turn, before: turns[index - 1], gains, listener, from })));
  const turnBack = turns.findLast(({ participantId }) => participantId === returned);
  const isFresh = ({ turn, from }: (typeof pairs)[number]) => turn === turnBack || turn.startedAt - from < freshMs;
  const waitsFor = (some: typeof pairs) => some.map(({ turn, gains }) => waitMs(gains, turn)).sort((a, b) => a - b);
  const [waits, backs] = [waitsFor(pairs.filter((pair) => !isFresh(pair))), waitsFor(pairs.filter(isFresh))];
  const remnants = pairs.flatMap(({ turn: { turn, startedAt, endedAt }, before, gains, listener }) => {
    if (!before) return [];
    const last = lastSound(gains, before.participantId, { fromAt: startedAt, toAt: endedAt });
    return [{ restMs: (last?.toAt ?? startedAt) - startedAt, where: `${listener}, turn ${turn}`, sampleMs: last ? last.toAt - last.fromAt : 0, energy: last?.energy ?? 0 }];
  }).sort((a, b) => a.restMs - b.restMs);
  const rests = remnants.map(({ restMs }) => restMs);
  const longest = remnants.at(-1);
  const words = (sorted: readonly number[]) => `half within ${quantile(sorted, 0.5).toFixed(0)} ms, all within ${quantile(sorted, 1).toFixed(0)} ms (${sorted.length} times, to 100 ms)`;
  return [
    row('grant → audible', waits.length > 0 && quantile(waits, 0.5) <= longestWaitMs.half && quantile(waits, 1) <= longestWaitMs.all, words(waits)),
    row('grant → audible, where a page is only just there', backs.length > 0 && quantile(backs, 1) <= longestWaitMs.back, words(backs)),
    row('grant → the one before is silent', rests.length > 0 && quantile(rests, 1) <= settlingMs, `${words(rests)}${longest && longest.restMs > 0 ? `; longest: ${longest.where}, ${longest.energy.toPrecision(1)} in a sample of ${longest.sampleMs.toFixed(0)} ms` : ''}`),
  ];
}

function faultRows(evidence: Evidence, turns: readonly PlayedTurn[]): Row[] {
  const { struck, ears, acks } = evidence;
  if (!struck) return [];
  const turn = turns.find(({ startedAt, endedAt }) => startedAt <= struck.at && endedAt > struck.at);
  if (!turn) return [row(`killed: ${struck.what}`, false, 'not in the middle of a turn')];
  const span = { fromAt: struck.at - 500, toAt: Math.min(turn.endedAt, struck.at + 9_000) };
  const silences = ears.filter(({ from }) => from < span.fromAt).map(({ gains }) => longestSilence(gains, turn.participantId, span));
  const allowed = silenceAllowedMs[struck.what] ?? unbrokenMs;
  const longest = Math.max(...silences);
  const next = acks.filter(({ saidAt, ok }) => ok && saidAt > struck.at).map(({ at }) => at - struck.at).sort((a, b) => a - b)[0] ?? null;
  const restarted = struck.restarts.map(({ name, afterMs }) => `${name} after ${(afterMs / 1_000).toFixed(1)} s`).join(', ');
  return [
    row(`killed ${struck.what}: started again`, struck.what === 'mediasoup' || struck.restarts.length > 0, restarted || 'by the media node itself'),
    row(`killed ${struck.what}: the speaker is heard again`, silences.length > 0 && longest <= allowed, `silent for ${longest} ms at most, allowed ${allowed}`),
    row(`killed ${struck.what}: commands are taken again`, next !== null && next <= commandsWithinMs, next === null ? 'never' : `after ${(next / 1_000).toFixed(1)} s`),
  ];
}

function turnRows(evidence: Evidence, turns: readonly PlayedTurn[], { speakers, returned }: Script): Row[] {
  const right = turns.length === speakers.length && turns.every(({ participantId }, index) => participantId === speakers[index]);
  const inPauses = evidence.ears.flatMap(({ gains }) => turns.flatMap((turn) => heardInPauses(gains, turn)));
  const pauses = turns.flatMap(({ paused }) => paused).length;
  const lastOf = turns.findLast(({ participantId }) => participantId === returned);
  const heardAgain = evidence.ears.every(({ gains, from }) => !lastOf || heardIn(gains, lastOf, from)?.ok !== false);
  return [
    row('turns: as they were called', right, turns.map(({ participantId }) => nameOf(evidence, participantId)).join(', ')),
    row('pause: nobody is heard', pauses > 0 && inPauses.length === 0, inPauses.length === 0 ? `${pauses} of them` : [...new Set(inPauses)].map((one) => nameOf(evidence, one)).join(', ')),
    row('the one who dropped out speaks again', lastOf !== undefined && turns.indexOf(lastOf) > 3 && heardAgain, lastOf ? `turn ${lastOf.turn}` : 'not at all'),
  ];
}

function heldRows({ held }: Evidence): Row[] {
  const [first] = held;
  const alike = first !== undefined && held.every(({ seq, digest }) => seq === first.seq && digest === first.digest);
  return [row('late joiner: the same room as the others', held.length > 1 && alike, alike ? `${held.length} pages at ${first.seq}, ${first.digest}` : held.map(({ who, seq, digest }) => `${who} ${seq} ${digest}`).join(', '))];
}

/** Span of the log in which the room was recorded, milliseconds in all. */
function recordedMs(log: readonly Told[]): number {
  let [sum, since] = [0, null as number | null];
  for (const { type, at } of log) {
    if (type === 'RecordingStarted') since = at;
    if ((type === 'RecordingStopped' || type === 'RoomClosed') && since !== null) [sum, since] = [sum + at - since, null];
  }
  return sum;
}

/** Judges what was gathered. Pure: the same evidence gives the same verdict. */
export function judge(evidence: Evidence, script: Script): Verdict {
  const { log, ears, acks, written, minutes, published, plates, faults } = evidence;
  const turns = playedTurns(log);
  const plateOf = (participantId: ParticipantId): LocalText => plates.get(participantId) ?? {};
  const lines = turns.map((turn) => ({ name: `${turn.turn} ${nameOf(evidence, turn.participantId)}`, cells: ears.map((ear) => cellOf(evidence, turn, ear)) }));
  return {
    listeners: ears.map(({ listener }) => listener),
    lines,
    rows: [
      ...turnRows(evidence, turns, script),
      ...grantRows(evidence, turns, script.returned),
      ...faultRows(evidence, turns),
      ...heldRows(evidence),
      ...acknowledgedRows(acks, written, evidence.struck ? 'socket/unavailable' : null),
      ...recordingRows(published, { spanMs: recordedMs(log), turns: turns.map(({ startedAt, endedAt, participantId }) => ({ lengthMs: endedAt - startedAt, names: Object.values(plateOf(participantId)) })) }),
      ...minutesRows(minutes, { turns: turns.map(({ participantId }) => plateOf(participantId)), question: script.question }),
      row('pages: no script failed', faults.length === 0, faults.map(({ who, fault }) => `${who}: ${fault}`).join('; ') || 'none'),
    ],
  };
}

export const isGood = ({ lines, rows }: Verdict): boolean =>
  rows.every(({ ok }) => ok) && lines.length > 0 && lines.every(({ cells }) => cells.every((cell) => cell?.ok !== false) && cells.some((cell) => cell !== null));
