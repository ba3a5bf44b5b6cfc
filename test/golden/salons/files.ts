import type { Recorded } from '@yaji/contracts';
import { documentToMarkdown, type Material, minutesDocument, minutesLanguages, minutesOf, reportDocument, reportOf } from '@yaji/chronicle';
import type { Golden } from './script.ts';

/** What lies beside the log: everything that is not in it. */
export type Beside = Omit<Golden, 'log'>;

/** A link that can be read: the moment as an instant of UTC. */
const links = { moment: (at: number) => `#${new Date(at).toISOString().slice(11, 19)}`, picture: (pictureId: string) => `${pictureId}.jpg` };

/** The documents that a room gives, by the names of their files. */
export function documentsOf(log: readonly Recorded[], { summary, occasion, actions, marked, pictures, timeZone }: Beside): Record<string, string> {
  const material: Material = { minutes: minutesOf(log), occasion, summary, actions, marked, pictures };
  const report = reportOf(material, { quotes: 'all', timeZone });
  return Object.fromEntries(minutesLanguages.flatMap((language) => [
    [`minutes.${language}.md`, documentToMarkdown(minutesDocument(material, { language, timeZone }))],
    [`report.${language}.md`, documentToMarkdown(reportDocument(report, language), links)],
  ]));
}

const lines = (values: readonly unknown[]): string => `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]\n`;

export function filesOf({ log, ...beside }: Golden): Record<string, string> {
  const { lines: transcript, ...rest } = beside;
  return { 'log.json': lines(log), 'transcript.json': lines(transcript), 'beside.json': `${JSON.stringify(rest, null, 1)}\n`, ...documentsOf(log, beside) };
}
