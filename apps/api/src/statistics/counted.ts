import { type Statistics, statisticsTables, type Edition } from '@yaji/chronicle';
import type { LocalText, RoomStatistics, SpeakingBy, SpeakingShare, StatisticsTable } from '@yaji/contracts';

/** Tables that name people with figures about each. */
const forModerators: ReadonlySet<string> = new Set(['attendance', 'waits', 'questions']);

/** What can be counted, as the page shows it. Names come from the tables: they say the same. */
export function counted(statistics: Statistics, edition: Edition, isModerator: boolean): RoomStatistics {
  const tables: StatisticsTable[] = statisticsTables(statistics, edition);
  const first = (name: string): string[] => (tables.find((table) => table.name === name)?.rows ?? []).map(([cell]) => String(cell ?? ''));
  const inEdition = (text: LocalText): string => text[edition.language] ?? Object.values(text)[0] ?? '';
  const { speaking, presence, waiting: { medianMs, longestMs, waits }, agenda, questions: { asked, answered, later, votes }, polls } = statistics;
  const by = (what: SpeakingBy): SpeakingShare[] => {
    const names = first(`speaking-${what}`);
    return speaking[what].map(({ key, speechMs }, index) => ({ key, name: names[index] ?? '', speechMs }));
  };
  const waiters = first('waits');
  return {
    speaking: { person: by('person'), organisation: by('organisation'), country: by('country'), language: by('language') },
    presence,
    waiting: { medianMs, longestMs, waits: isModerator ? waits.map(({ waitedMs, outcome }, index) => ({ name: waiters[index] ?? '', waitedMs, spoke: outcome === 'spoke' })) : null },
    agenda: agenda.map(({ title, plannedMs, tookMs }) => ({ title, plannedMs, tookMs })),
    questions: { asked, answered, later, votes },
    polls: polls.map(({ title, answers, lines }) => ({ title, answers, lines: lines && lines.map((line) => ({ title: line.title ? inEdition(line.title) : line.words, count: line.count })) })),
    tables: tables.filter(({ name }) => isModerator || !forModerators.has(name)),
  };
}
