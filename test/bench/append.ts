import { randomUUID } from 'node:crypto';
import type { AnyCommand, CommandId, EntryId, LocalText, OrganisationId, ParticipantId, RoomId, SalonId } from '@yaji/contracts';
import { createEngine, jobsOf, memoryBell, type Engine } from '@yaji/engine';
import { dataSource, postgresEventStore } from '@yaji/persistence';
import { Pool } from 'pg';
import { startServices } from '../support/start-services.ts';
import { benchOptions, quantile, report, type Goal, type Metrics } from './report.ts';

/** Connections to the database, for the engine and for the bare measure alike. */
const connections = 10;
const manyRooms = 50;
/** People who speak at once, in one room or spread over many; each waits for the answer before the next command. */
const atOnce = 20;
const goals: Goal[] = [
  { metric: 'oneRoomPerSecond', atLeast: 1_500 },
  { metric: 'oneRoomP99Ms', atMost: 20 },
  { metric: 'manyRoomsToBare', atLeast: 0.35 },
  { metric: 'manyRoomsP99Ms', atMost: 20 },
];

type Run = { perSecond: number; latenciesMs: number[] };

/** Each of `count` workers repeats `once` until the time is up. */
async function repeat(count: number, durationMs: number, once: (worker: number) => Promise<void>): Promise<Run> {
  const latenciesMs: number[] = [];
  const begun = performance.now();
  await Promise.all(Array.from({ length: count }, async (_, worker) => {
    while (performance.now() - begun < durationMs) {
      const asked = performance.now();
      await once(worker);
      latenciesMs.push(performance.now() - asked);
    }
  }));
  return { perSecond: latenciesMs.length / ((performance.now() - begun) / 1_000), latenciesMs };
}

/** What the database gives at most to whoever asks one row at a time. */
async function bare(url: string, durationMs: number): Promise<Run> {
  const pool = new Pool({ connectionString: url, max: connections });
  await pool.query('create table bare (id uuid primary key, data jsonb not null)');
  const data = JSON.stringify({ entryId: randomUUID(), participantId: randomUUID() });
  const run = await repeat(connections, durationMs, async () => {
    await pool.query(`begin; insert into bare values ('${randomUUID()}', '${data}'); commit`);
  });
  await pool.end();
  return run;
}

type Seat = { roomId: RoomId; participantId: ParticipantId; raised: EntryId | null };
const plate = { name: { en: 'Somebody' } as LocalText, organisation: null };

async function say(engine: Engine, roomId: RoomId, command: AnyCommand, by: ParticipantId | null): Promise<CommandId> {
  const commandId = randomUUID() as CommandId;
  const outcome = await engine.handle(roomId, command, { by, commandId });
  if (!outcome.ok || outcome.records.length === 0) throw new Error(`${command.type} brought ${JSON.stringify(outcome)}`);
  return commandId;
}

/** An open room with so many people in it. */
async function openRoom(engine: Engine, people: number): Promise<Seat[]> {
  const roomId = randomUUID() as RoomId;
  const plan = {
    salonId: randomUUID() as SalonId, roomId, title: { en: 'Bench' }, languages: ['en'], agenda: [],
    rules: { turnLimitMs: 180_000, warnMs: 30_000, atLimit: 'warn', lobby: [], anonymousQuestions: true, pendingQuestions: 3, recording: 'by-hand', greenRoom: 2 },
  } satisfies Extract<AnyCommand, { type: 'room.open' }>['data']['plan'];
  await say(engine, roomId, { type: 'room.open', data: { plan, people: [] } }, null);
  const seats = Array.from({ length: people }, (): Seat => ({ roomId, participantId: randomUUID() as ParticipantId, raised: null }));
  await Promise.all(seats.map(({ participantId }) => {
    const person = { participantId, role: 'speaker' as const, organisationId: null as OrganisationId | null, country: null, languages: [] };
    return say(engine, roomId, { type: 'member.enter', data: { person, plate, place: 'remote', message: null } }, null);
  }));
  return seats;
}

/** Raises a hand or takes it down again: one command, one event, a room that does not grow. */
async function raiseOrWithdraw(engine: Engine, seat: Seat): Promise<void> {
  const { roomId, participantId, raised } = seat;
  if (raised) {
    await say(engine, roomId, { type: 'floor.withdraw', data: { entryId: raised } }, participantId);
    seat.raised = null;
  } else {
    seat.raised = (await say(engine, roomId, { type: 'floor.request', data: {} }, participantId)) as string as EntryId;
  }
}

async function throughEngine(url: string, rooms: number, durationMs: number): Promise<Run> {
  const source = await dataSource({ url, poolSize: connections }).initialize();
  const engine = createEngine({
    store: postgresEventStore(source), bell: memoryBell(), now: Date.now, jobsOf,
    report: (error) => { console.error(error.message); },
  });
  const houses = await Promise.all(Array.from({ length: rooms }, () => openRoom(engine, atOnce)));
  // In one room each has a seat of his own; over many each goes from room to room, so that all of them are in use.
  const turns = Array.from({ length: atOnce }, (_, worker) => worker);
  const once = async (worker: number): Promise<void> => {
    const turn = turns[worker] ?? 0;
    turns[worker] = turn + atOnce;
    const seat = houses[turn % rooms]?.[worker];
    if (seat) await raiseOrWithdraw(engine, seat);
  };
  await repeat(atOnce, durationMs / 10, once);
  const run = await repeat(atOnce, durationMs, once);
  await engine.close();
  await source.destroy();
  return run;
}

const metricsOf = (name: string, { perSecond, latenciesMs }: Run): Metrics => ({
  [`${name}PerSecond`]: perSecond, [`${name}P50Ms`]: quantile(latenciesMs, 0.5), [`${name}P99Ms`]: quantile(latenciesMs, 0.99),
});

const options = benchOptions(20);
const services = await startServices();
try {
  const durationMs = Math.max(500, ((options.seconds - 3) * 1_000) / 3.3);
  const url = await services.freshDatabase();
  const plain = await bare(url, durationMs);
  const many = await throughEngine(url, manyRooms, durationMs);
  const one = await throughEngine(url, 1, durationMs);
  const metrics = {
    barePerSecond: plain.perSecond, bareP99Ms: quantile(plain.latenciesMs, 0.99),
    ...metricsOf('oneRoom', one), ...metricsOf('manyRooms', many), manyRoomsToBare: many.perSecond / plain.perSecond,
  };
  report('append', metrics, goals, options);
} finally {
  await services.stop();
}
