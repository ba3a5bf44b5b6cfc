import { fact, strong, table } from '../document/blocks.ts';
import type { Block } from '../document/document.ts';
import type { PollRecord } from '../poll.ts';
import type { Writing } from './writing.ts';

/** What was asked of the room, and what it answered as far as the room was shown it. */
export function pollBlocks({ kind, title, openedAt, answers, lines, mean, winner }: PollRecord, { say, text, words, when }: Writing): Block[] {
  const first = fact(strong(`${say.poll}${say.colon}${text(title)}`), ` ${say.pollKinds[kind]}${say.comma}`, when(openedAt), `${say.comma}${say.answers(answers)}`);
  if (lines === null) return [first, fact(say.notPublished)];
  const rows = lines.filter(({ count }) => count > 0 || kind !== 'text').map((line) => [line.title ? text(line.title) : words(line.words), kind === 'ranking' ? say.points(line.count) : String(line.count)]);
  return [first, ...(mean === null ? [] : [fact(say.mean(mean))]), ...(winner === null ? [] : [fact(say.first(text(winner)))]), ...table([say.choice, say.count], rows, [1])];
}
