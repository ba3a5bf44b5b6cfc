import { minutesOf, type Spoken, type Summary } from '@yaji/chronicle';
import type { ExportWish, Recorded } from '@yaji/contracts';
import { rm } from 'node:fs/promises';
import { makeExport } from '../../../apps/worker/src/exports/make-export.ts';
import { exportDesk } from '../../../apps/worker/test/memory-shelves.ts';
import { enters, person, play, says, scene, type Step, t0 } from '../../../libs/salon/test/steps.ts';

const speakers = 24;
const nameOf = (turn: number): string => `s${(turn - 1) % speakers}`;

/** The log of a room in which these turns were taken, a question to every second of them; and what was said, by the people and times of that log. */
export function playedLog({ lines, turns }: Spoken): { log: Recorded[]; spoken: Spoken } {
  const steps: Step[] = [...scene({ turnLimitMs: 3_600_000 }), ...Array.from({ length: speakers }, (_, n) => enters(`s${n}`, 'speaker', { at: t0 })), says('mod', 'agenda.startTopic', { itemId: 'table' as never, topicId: 'one' as never }, { at: t0 })];
  for (const { turn, startedAt, endedAt } of turns) {
    steps.push(says('mod', 'floor.grantTo', { participantId: person(nameOf(turn)), afterTurn: turn - 1 }, { at: t0 + startedAt }));
    if (turn % 2 === 0) steps.push(says(nameOf(turn + 1), 'question.ask', { text: `What follows from contribution ${turn}?`, anonymous: false }, { at: t0 + startedAt + 1_000 }));
    steps.push(says('mod', 'floor.end', { turn }, { at: t0 + (endedAt ?? startedAt) }));
  }
  const { log } = play([...steps, says('mod', 'room.close', {}, { at: t0 + (turns.at(-1)?.endedAt ?? 0) })]);
  const minutes = minutesOf(log);
  return { log, spoken: { ...minutes, lines: lines.map((line) => ({ ...line, participantId: person(nameOf(line.turn ?? 1)), fromAt: t0 + line.fromAt, toAt: t0 + line.toAt })) } };
}

/** Milliseconds and bytes of everything that can be taken away, in every format and both languages, as the worker makes it. */
export async function takeAway(log: readonly Recorded[], { lines }: Spoken, summary: Summary): Promise<{ exportsMs: number; exportedMb: number }> {
  const given = await exportDesk(log);
  try {
    given.archive.room.lines = [...lines];
    const { beside, ...bookshelf } = given.exporter.bookshelf;
    const exporter = { ...given.exporter, bookshelf: { ...bookshelf, beside: async (room: Parameters<typeof beside>[0]) => { const known = await beside(room); return { ...known, beside: { ...known.beside, summary } }; } } };
    const began = performance.now();
    let bytes = 0;
    for (const language of ['en', 'zh-CN'] as const) {
      const wish: ExportWish = { what: 'everything', format: 'zip', language };
      const number = given.order(wish);
      await makeExport({ ...wish, roomId: given.orders[0]?.roomId ?? (() => { throw new Error('nothing was ordered'); })(), upTo: log.at(-1)?.seq ?? 0, order: number }, exporter, given.course);
      const file = given.orders.find((one) => one.number === number)?.made;
      if (!file) throw new Error(`nothing came of the order in ${language}`);
      bytes += file.bytes;
    }
    return { exportsMs: performance.now() - began, exportedMb: bytes / 1_000_000 };
  } finally {
    await rm(given.publisher.dataDir, { recursive: true, force: true });
  }
}
