import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Statement, Summary } from '@yaji/chronicle';
import type { AnyCommand, Chapter, CommandId, CommandOf, Joined, ParticipantId, PollId, QuestionId, RoomId } from '@yaji/contracts';
import { createEngine, memoryBell } from '@yaji/engine';
import { dataSource, PlannedRoomEntity, postgresEventStore, PublicationEntity, replaceTranscript, type TakenPicture } from '@yaji/persistence';
import type { DataSource } from 'typeorm';
import type { OpenHouse, Salon, Written } from '../pages/house.ts';
import { smallSalon } from '../pages/small-salon.ts';

const execute = promisify(execFile);

/** A talk that is over: its log was written at chosen times, its film is a real one. Times of the file in milliseconds. */
export type Filmed = {
  roomId: RoomId; page: string; report: string; durationMs: number; turns: Chapter[]; bridgeMs: number; questionMs: number; pollMs: number; annId: ParticipantId;
  /** When that was in the room, UTC milliseconds. */
  roomTime: (offsetMs: number) => number;
  join: (id: string) => Promise<Joined>;
};

const zero = Date.UTC(2026, 9, 3, 12);
/** Recorded from second 10 for 90 seconds and, after a break, from second 130 for 90 more. */
const pieces = [{ offsetMs: 0, durationMs: 90_000, fromAt: zero + 10_000 }, { offsetMs: 90_000, durationMs: 90_000, fromAt: zero + 130_000 }];
const durationMs = 180_000;
const roomTime = (offsetMs: number): number => (offsetMs < 90_000 ? zero + 10_000 + offsetMs : zero + 40_000 + offsetMs);

export async function filmed({ urls, env }: OpenHouse['system'], makeSalon: (programme: Written) => Promise<Salon>): Promise<Filmed> {
  // Invitations hold until a day after the salon: it is planned for now, whenever it was talked in.
  const salon = await makeSalon(smallSalon(Date.now(), { moderators: ['moderator', 'mei'], speakers: ['ann', 'bob'], attendees: ['ana', 'eve'] }));
  const database = await dataSource({ url: env['DATABASE_URL'] ?? '' }).initialize();
  try {
    const people = new Map(salon.made.people.map(({ id, participantId }) => [id, participantId]));
    const idOf = (id: string): ParticipantId => {
      const found = people.get(id);
      if (!found) throw new Error(`the programme has nobody called ${id}`);
      return found;
    };
    await talk(database, salon, idOf);
    const turns = [
      { turn: 1, participantId: idOf('ann'), title: 'Ann', offsetMs: 5_000, durationMs: 50_000 }, { turn: 2, participantId: idOf('bob'), title: 'Bob', offsetMs: 60_000, durationMs: 60_000 },
      { turn: 3, participantId: idOf('ann'), title: 'Ann', offsetMs: 130_000, durationMs: 40_000 },
    ];
    await publish({ database, folder: env['YAJI_DATA_DIR'] ?? '', roomId: salon.roomId, turns });
    const line = (seconds: number, turn: number, text: string) => ({ lineId: randomUUID(), turn, participantId: turns[turn - 1]?.participantId ?? null, fromAt: zero + seconds * 1_000, toAt: zero + (seconds + 4) * 1_000, text });
    await replaceTranscript(database, salon.roomId, { language: 'en', lines: [line(20, 1, 'Good evening to all of you by the river.'), line(40, 1, 'The ferry runs until nine.'), line(80, 2, 'From the bridge one sees the whole park.'), line(150, 2, 'We go on after the break.'), line(180, 3, 'Let us come to the end.')] });
    return {
      roomId: salon.roomId, page: salon.pageAt('replay'), report: `${salon.pageAt()}/report`, durationMs, turns, bridgeMs: 70_000, questionMs: 35_000, pollMs: 110_000, annId: idOf('ann'), roomTime,
      join: async (id) => {
        const invitation = new URLSearchParams(new URL(salon.doorOf(id)).hash.slice(1)).get('invitation') ?? '';
        const answer = await fetch(`${urls.api}/api/join`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ invitation }) });
        if (!answer.ok) throw new Error(`joining answered ${answer.status}`);
        return await answer.json() as Joined;
      },
    };
  } finally {
    await database.destroy();
  }
}

/** The talk itself, said to the engine at the seconds of its clock. */
async function talk(database: DataSource, { made, roomId }: Salon, idOf: (id: string) => ParticipantId): Promise<void> {
  const planned = await database.getRepository(PlannedRoomEntity).findOneByOrFail({ roomId });
  let clock = zero;
  const engine = createEngine({ store: postgresEventStore(database), bell: memoryBell(), now: () => clock, jobsOf: () => [], report: (error) => { throw error; } });
  const command = async (seconds: number, by: ParticipantId | null, said: AnyCommand): Promise<CommandId> => {
    clock = zero + seconds * 1_000;
    const commandId = randomUUID() as CommandId;
    const outcome = await engine.handle(roomId, said, { by, commandId });
    if (!outcome.ok) throw new Error(`${said.type}: ${outcome.refusal.code}`);
    return commandId;
  };
  const say = <T extends AnyCommand['type']>(seconds: number, by: string, type: T, data: Extract<AnyCommand, { type: T }>['data']) => command(seconds, idOf(by), { type, data } as AnyCommand);
  const { title, agenda, rules } = planned;
  const roles = { moderator: 'moderator', mei: 'moderator', ann: 'speaker', bob: 'speaker', ana: 'attendee', eve: 'attendee' } as const;
  const plates = Object.entries(roles).map(([id, role]) => ({
    person: { participantId: idOf(id), role, organisationId: null, country: null, languages: [] }, plate: { name: { en: `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`, 'zh-CN': `${id}女士` }, organisation: { en: 'River Bend Park', 'zh-CN': '河湾科技园' } },
  }));
  try {
    await command(0, null, { type: 'room.open', data: { plan: { salonId: made.salonId, roomId, title, languages: ['en', 'zh-CN'], agenda, rules }, people: plates.map((one) => ({ ...one, place: null })) } });
    for (const one of plates) await command(0, null, { type: 'member.enter', data: { ...one, place: 'remote', message: null } });
    await say(10, 'moderator', 'recording.start', {});
    await say(11, 'bob', 'floor.request', {});
    await say(15, 'moderator', 'floor.grantTo', { participantId: idOf('ann'), afterTurn: 0 });
    const ferry = await say(18, 'ana', 'question.ask', { text: 'Where is the ferry?', anonymous: false }) as string as QuestionId;
    await say(20, 'moderator', 'question.approve', { questionId: ferry });
    const tea = await say(22, 'eve', 'question.ask', { text: 'When is tea?', anonymous: false }) as string as QuestionId;
    await say(24, 'moderator', 'question.approve', { questionId: tea });
    await say(28, 'eve', 'question.upvote', { questionId: ferry });
    await say(33, 'ana', 'floor.request', {});
    await say(45, 'moderator', 'question.pin', { questionId: ferry });
    await say(55, 'moderator', 'question.answer', { questionId: ferry, text: null });
    await say(65, 'moderator', 'floor.end', { turn: 1 });
    await say(70, 'moderator', 'floor.grantTo', { participantId: idOf('bob'), afterTurn: 1 });
    await say(85, 'moderator', 'floor.pause', { turn: 2 });
    await say(90, 'moderator', 'floor.resume', { turn: 2 });
    await say(95, 'ann', 'floor.request', {});
    const plan: CommandOf<'poll.prepare'>['data']['plan'] = { kind: 'single', title: { en: 'Shall we walk?', 'zh-CN': '去散步吗？' }, options: [{ optionId: 'yes', title: { en: 'Yes', 'zh-CN': '去' } }, { optionId: 'no', title: { en: 'No', 'zh-CN': '不去' } }], results: 'published', changeable: true };
    const poll = await say(120, 'moderator', 'poll.prepare', { plan }) as string as PollId;
    await say(150, 'moderator', 'poll.open', { pollId: poll });
    await say(152, 'ana', 'poll.answer', { pollId: poll, answer: { options: ['yes'] } });
    await say(154, 'eve', 'poll.answer', { pollId: poll, answer: { options: ['no'] } });
    await say(158, 'moderator', 'poll.close', { pollId: poll });
    await say(162, 'moderator', 'poll.publish', { pollId: poll });
    await say(165, 'moderator', 'floor.end', { turn: 2 });
    await say(170, 'moderator', 'floor.grantTo', { participantId: idOf('ann'), afterTurn: 2 });
    await say(210, 'moderator', 'floor.end', { turn: 3 });
    await say(220, 'moderator', 'recording.stop', {});
    await say(221, 'moderator', 'room.close', {});
  } finally {
    await engine.close();
  }
}

type Published = { database: DataSource; folder: string; roomId: RoomId; turns: Chapter[] };

/** A sentence of each of the first two turns. */
function essence(turns: readonly Chapter[]): Summary {
  const said = [{ at: 20, text: 'Good evening to all of you by the river.' }, { at: 80, text: 'From the bridge one sees the whole park.' }];
  const statements = said.map(({ at, text }, index): Statement =>
    ({ lineIds: [`${index}`], turn: index + 1, participantId: turns[index]?.participantId ?? null, language: 'en', fromAt: zero + at * 1_000, toAt: zero + (at + 4) * 1_000, text }));
  return { turns: statements.map((statement) => ({ turn: statement.turn ?? 0, statements: [statement], told: {} })), topics: [], room: { statements, told: {} } };
}

/** A film of moving pictures and a tone, its captions, pictures of it, and what was essential. */
async function publish({ database, folder, roomId, turns }: Published): Promise<void> {
  const [film, captions, sprite, still, summary] = ['film.mp4', 'captions-en.vtt', 'sprite.jpg', 'turn-1.jpg', 'summary.json'].map((name) => `rooms/${roomId}/recording/${name}`) as [string, string, string, string, string];
  const at = (fileId: string) => join(folder, fileId);
  await mkdir(dirname(at(film)), { recursive: true });
  await execute('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', 'testsrc=s=320x180:r=5', '-f', 'lavfi', '-i', 'sine=frequency=330:sample_rate=48000', '-t', '180', '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '10', '-c:a', 'aac', '-b:a', '32k', '-movflags', '+faststart', at(film)], { timeout: 60_000 });
  await execute('ffmpeg', ['-v', 'error', '-y', '-i', at(film), '-vf', 'fps=1/10,scale=160:90,tile=5x4', '-frames:v', '1', at(sprite)], { timeout: 60_000 });
  await writeFile(at(captions), 'WEBVTT\n\n00:10.000 --> 00:14.000\nGood evening to all of you by the river.\n');
  const first = turns[0];
  const picture: TakenPicture = { pictureId: 'turn-1', at: zero + 30_000, kind: 'speaker', itemId: null, topicId: null, turn: 1, shows: first ? [first.participantId] : [], width: 320, height: 180, fileId: still };
  await execute('ffmpeg', ['-v', 'error', '-y', '-ss', '20', '-i', at(film), '-frames:v', '1', at(still)], { timeout: 60_000 });
  await writeFile(at(summary), JSON.stringify({ summary: essence(turns), notes: [] }));
  const { size } = await stat(at(film));
  const publications = database.getRepository(PublicationEntity);
  const shared = { roomId, upTo: 40, madeAt: zero + 300_000 };
  await publications.save([
    { ...shared, kind: 'recording', fileId: film, detail: { durationMs, startedAt: zero + 10_000, chapters: turns, pieces, bytes: size, missing: [{ what: 'sound', why: 'not-recorded', trackId: null, participantId: turns[1]?.participantId ?? null, turn: 2, offsetMs: 80_000, durationMs: 3_000 }], order: null } },
    { ...shared, kind: 'extras', fileId: film, detail: { of: film, soundBytes: size, captions: [{ language: 'en', fileId: captions }], poster: null, sprite: { fileId: sprite, everyMs: 10_000, columns: 5, count: 18, width: 160, height: 90 }, pictures: [picture] } },
    { ...shared, kind: 'minutes', fileId: summary, detail: { summary } },
  ]);
}
