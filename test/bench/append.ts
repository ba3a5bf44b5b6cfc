import { randomUUID } from 'node:crypto';
import type { AnyCommand, CommandId, EntryId, LocalText, OrganisationId, ParticipantId, RoomId, SalonId } from '@yaji/contracts';
import { defaultRules } from '@yaji/salon';
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

/** Something that `atOnce` workers do again and again. */
type Work = { atOnce: number; once: (worker: number) => Promise<void>; end: () => Promise<void> };
type Run = { perSecond: number; latenciesMs: number[] };

async function repeat({ atOnce: workers, once }: Work, durationMs: number): Promise<Run> {
  const latenciesMs: number[] = [];
  const begun = performance.now();
  await Promise.all(Array.from({ length: workers }, async (_, worker) => {
    while (performance.now() - begun < durationMs) {
      const asked = performance.now();
      await once(worker);
      latenciesMs.push(performance.now() - asked);
    }
  }));
  return { perSecond: latenciesMs.length / ((performance.now() - begun) / 1_000), latenciesMs };
}

/** Measures all in turn, several times: whatever else the machine does meanwhile, it does to all of them. */
async function inTurns(works: readonly Work[], seconds: number): Promise<Run[]> {
  const rounds = 4;
  const sliceMs = (seconds * 1_000) / (works.length * rounds);
  const slices: Run[][] = works.map(() => []);
  for (const work of works) await repeat(work, sliceMs / 10);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, work] of works.entries()) slices[index]?.push(await repeat(work, sliceMs));
  }
  return slices.map((runs) => ({
    perSecond: runs.reduce((sum, { perSecond }) => sum + perSecond, 0) / runs.length, latenciesMs: runs.flatMap(({ latenciesMs }) => latenciesMs),
  }));
}

/** What the database gives at most to whoever asks one row at a time. */
async function bare(url: string): Promise<Work> {
  const pool = new Pool({ connectionString: url, max: connections });
  await pool.query('create table bare (id uuid primary key, data jsonb not null)');
  const data = JSON.stringify({ entryId: randomUUID(), participantId: randomUUID() });
  return {
    atOnce: connections,
    async once() {
      await pool.query(`begin; insert into bare values ('${randomUUID()}', '${data}'); commit`);
    },
    end: () => pool.end(),
  };
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
    rules: { ...defaultRules, recording: 'by-hand' },
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

async function throughEngine(url: string, rooms: number): Promise<Work> {
  const source = await dataSource({ url, poolSize: connections }).initialize();
  const engine = createEngine({
    store: postgresEventStore(source), bell: memoryBell(), now: Date.now, jobsOf,
    report: (error) => { console.error(error.message); },
  });
  const houses = await Promise.all(Array.from({ length: rooms }, () => openRoom(engine, atOnce)));
  // In one room each has a seat of his own; over many each goes from room to room, so that all of them are in use.
  const turns = Array.from({ length: atOnce }, (_, worker) => worker);
  return {
    atOnce,
    async once(worker) {
      const turn = turns[worker] ?? 0;
      turns[worker] = turn + atOnce;
      const seat = houses[turn % rooms]?.[worker];
      if (seat) await raiseOrWithdraw(engine, seat);
    },
    async end() {
      await engine.close();
      await source.destroy();
    },
  };
}

const metricsOf = (name: string, { perSecond, latenciesMs }: Run): Metrics => ({
  [`${name}PerSecond`]: perSecond, [`${name}P50Ms`]: quantile(latenciesMs, 0.5), [`${name}P99Ms`]: quantile(latenciesMs, 0.99),
});

const options = benchOptions(20);
const services = await startServices();
try {
  const url = await services.freshDatabase();
  const works = [await bare(url), await throughEngine(url, 1), await throughEngine(url, manyRooms)];
  const [plain, one, many] = await inTurns(works, Math.max(2, options.seconds - 5)) as [Run, Run, Run];
  for (const { end } of works) await end();
  const metrics = {
    barePerSecond: plain.perSecond, bareP99Ms: quantile(plain.latenciesMs, 0.99),
    ...metricsOf('oneRoom', one), ...metricsOf('manyRooms', many), manyRoomsToBare: many.perSecond / plain.perSecond,
  };
  report('append', metrics, goals, options);
} finally {
  await services.stop();
}
