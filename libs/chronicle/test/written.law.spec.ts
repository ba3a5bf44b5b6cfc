import { describe, expect, it } from '@jest/globals';
import type { Room } from '@yaji/salon';
import fc from 'fast-check';
import { acts, run } from '../../../test/laws/history.ts';
import { documentToMarkdown, logAlone, minutesDocument, minutesLanguages, minutesOf, reportDocument, reportOf, statisticsOf, statisticsTables } from '../src/index.ts';

const numRuns = 100;

const hereIn = ({ phase, members }: Room): number => (phase === 'open' ? Object.values(members).filter(({ place, role }) => place !== null && role !== 'display').length : 0);

describe('what is written of any history', () => {
  it('[CL4] [CM5] [CR1] are documents, of the same shape and with the same keys in every language', () =>
    fc.assert(fc.property(acts(), (history) => {
      const minutes = minutesOf(run(history).log);
      const material = logAlone(minutes);
      const keysOf = (language: 'en' | 'zh-CN') => {
        const blocks = [minutesDocument(material, { language, timeZone: 'UTC' }), reportDocument(reportOf(material, { quotes: 'all', timeZone: 'UTC' }), language)].flatMap((document) => {
          expect(documentToMarkdown(document)).not.toMatch(/undefined|null|NaN|\[object/);
          return document.blocks;
        });
        return blocks.map((block) => [block.kind, block.kind === 'paragraph' ? block.key : null]);
      };
      const [first, ...others] = minutesLanguages.map(keysOf);
      for (const other of others) expect(other).toEqual(first);
    }), { numRuns }));

  it('[CL4] [CS1] [CS2] [CM3] add up: speaking time, presence, quorum', () =>
    fc.assert(fc.property(acts(), (history) => {
      const { log, room } = run(history);
      const statistics = statisticsOf(log);
      const sum = (lines: readonly { speechMs: number }[]) => lines.reduce((ms, { speechMs }) => ms + speechMs, 0);
      const { person: persons, ...rest } = statistics.speaking;
      for (const lines of Object.values(rest)) expect(sum(lines)).toBe(sum(persons));
      expect(statistics.presence.map(({ hall, remote }) => hall + remote).at(-1) ?? 0).toBe(hereIn(room));
      const spans = minutesOf(log).quorum?.spans ?? [];
      for (const [index, { fromAt, toAt, met }] of spans.entries()) {
        expect(toAt).toBeGreaterThan(fromAt);
        const next = spans[index + 1];
        if (next) expect([next.fromAt, next.met]).toEqual([toAt, !met]);
      }
      for (const { rows, columns } of statisticsTables(statistics, { language: 'en', timeZone: 'UTC' })) for (const row of rows) expect(row).toHaveLength(columns.length);
    }), { numRuns }));
});
