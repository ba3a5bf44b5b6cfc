import type { PollRecord } from '../poll.ts';
import { table } from './table.ts';
import type { Writing } from './writing.ts';

/** Left out where nothing was asked. */
export function pollsToMarkdown(polls: readonly PollRecord[], w: Writing): string[] {
  return polls.length === 0 ? [] : [`## ${w.say.polls}`, ...polls.flatMap((poll, index) => pollEntry(poll, index, w))];
}

function pollEntry({ kind, title, openedAt, answers, lines, mean, winner }: PollRecord, index: number, { say, text, words, clock }: Writing): string[] {
  const about = [say.pollKinds[kind], clock(openedAt), say.answers(answers)].join(say.comma);
  const heading = `${index + 1}. **${text(title)}**  \n   ${about}`;
  if (lines === null) return [heading, say.notPublished];
  const summary = [...(mean === null ? [] : [say.mean(mean)]), ...(winner === null ? [] : [say.first(text(winner))])];
  const rows = lines.filter(({ count }) => count > 0 || kind !== 'text').map((line) => [line.title ? text(line.title) : words(line.words), kind === 'ranking' ? say.points(line.count) : String(line.count)]);
  return [heading, ...summary, ...(rows.length > 0 ? [table([say.choice, say.count], rows)] : [])];
}
