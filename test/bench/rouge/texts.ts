import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParticipantId, TranscriptLine } from '@yaji/contracts';
import type { ItemRecord, TurnRecord } from '@yaji/chronicle';

export const parts = ['development', 'held-out', 'fresh', 'latest'] as const;
export type Part = typeof parts[number];

/** A meeting as it was spoken and what a minute-taker wrote of it. Weights are found on the development part and judged on the others. */
export type Meeting = { name: string; language: 'en' | 'zh-CN'; part: Part; title: string; turns: { speaker: string; text: string }[]; reference: string };

/** Texts of `test/fixtures/summaries`; a meeting told in both languages has the same number in both, and so is in the same part. */
export function meetings(folder = 'test/fixtures/summaries'): Meeting[] {
  return readdirSync(folder).filter((file) => file.endsWith('.txt')).sort().map((file) => {
    const [head = '', reference = ''] = readFileSync(join(folder, file), 'utf8').split(/^reference:$/m);
    const [first = '', ...paragraphs] = head.trim().split(/\n\s*\n/);
    const turns = paragraphs.map((paragraph) => {
      const [, speaker = '', text = ''] = /^([^:：]+)[:：]\s*(.*)$/s.exec(paragraph.trim()) ?? [];
      return { speaker, text };
    });
    return {
      name: file.replace('.txt', ''), language: file.startsWith('zh') ? 'zh-CN' : 'en', part: partOf(Number(/\d+/.exec(file)?.[0])),
      title: first.replace(/^title:\s*/, ''), turns, reference: reference.trim(),
    };
  });
}

/**
 * Of the first twelve the odd are for development; those after them were written later, when the even ones had been looked at, and those after the eighteenth
 * when the others had been looked at as well. These are told in one language each.
 */
const inTheFirstChoice = 12;
const inTheSecondChoice = 18;

function partOf(number: number): Part {
  if (number > inTheSecondChoice) return 'latest';
  if (number > inTheFirstChoice) return 'fresh';
  return number % 2 === 1 ? 'development' : 'held-out';
}

const idOf = (n: number): ParticipantId => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as ParticipantId;
/** Milliseconds that a character takes: about 150 words or 260 Chinese characters a minute. */
const pace = { en: 70, 'zh-CN': 230 };

/** The meeting as the worker would find it: one item, a line for each turn. */
export function spokenOf({ language, title, turns }: Meeting) {
  const speakers = [...new Set(turns.map(({ speaker }) => speaker))];
  const lines: TranscriptLine[] = [];
  let at = 0;
  for (const [n, { speaker, text }] of turns.entries()) {
    const toAt = at + text.length * pace[language];
    lines.push({ lineId: `line-${n}`, turn: n + 1, participantId: idOf(speakers.indexOf(speaker) + 1), language, fromAt: at, toAt, text });
    at = toAt + 1_000;
  }
  const item = { itemId: 'item', kind: 'roundtable', title: { [language]: title }, plannedStartAt: 0, speakers: [], topics: [], plannedMs: at, progress: 'done', startedAt: 0, endedAt: at, tookMs: at } as unknown as ItemRecord;
  const records = lines.map((line) => ({
    turn: line.turn ?? 0, itemId: item.itemId, topicId: null, startedAt: line.fromAt, endedAt: line.toAt,
    speaker: { participantId: line.participantId, name: { [language]: turns[(line.turn ?? 1) - 1]?.speaker ?? '' }, organisation: null },
  })) as unknown as TurnRecord[];
  return { lines, turns: records, agenda: [item], questions: [], languages: [language] };
}
