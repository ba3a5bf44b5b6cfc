import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Recorded, TranscriptLine } from '@yaji/contracts';
import { minutesOf, reportOf } from '@yaji/chronicle';
import { type Beside, documentsOf } from './salons/files.ts';
import { salons } from './salons/salons.ts';

// Minutes and reports that people have read and found good. One that reads otherwise today is seen in review: npm run golden:accept writes them anew.
describe.each(Object.keys(salons))('the golden %s', (salon) => {
  const read = (file: string): string => readFileSync(join(import.meta.dirname, salon, file), 'utf8');
  const log = JSON.parse(read('log.json')) as Recorded[];
  const lines = JSON.parse(read('transcript.json')) as TranscriptLine[];
  const beside = { ...(JSON.parse(read('beside.json')) as Omit<Beside, 'lines'>), lines };

  it('[CM1] [CM2] [CM4] [CR1] gives the minutes and reports that were found good', () => {
    for (const [file, text] of Object.entries(documentsOf(log, beside))) expect([file, text]).toEqual([file, read(file)]);
  });

  it('[CR2] quotes nothing but what was said, by whom and when', () => {
    const { summary, occasion, actions, marked, pictures, timeZone } = beside;
    const report = reportOf({ minutes: minutesOf(log), occasion, summary, actions, marked, pictures }, { quotes: 'all', timeZone });
    const statements = report.chapters.flatMap(({ said }) => said.flatMap(({ statement, speaker }) => (statement ? [{ statement, speaker }] : [])));
    expect(statements.length > 0).toBe(lines.length > 0);
    for (const { statement, speaker } of statements) {
      const line = lines.find(({ lineId }) => statement.lineIds.includes(lineId));
      expect(line).toMatchObject({ text: statement.text, participantId: speaker.participantId, fromAt: statement.fromAt, turn: statement.turn });
      for (const language of ['en', 'zh-CN']) {
        const text = read(`report.${language}.md`);
        if (text.includes(`“${statement.text}”`)) expect(text).toContain(`[“${statement.text}”](#${new Date(statement.fromAt).toISOString().slice(11, 19)})`);
      }
    }
  });
});
