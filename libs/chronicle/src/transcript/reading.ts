import type { Passage } from './passages.ts';
import { clockOf } from './subtitles.ts';

/** `clock`: the time of the place at which something was said (UTC milliseconds). */
type Reading = { title: string; clock: (at: number) => string; separator: string };

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** For reading: a head for each stretch of one speaker, then what was said, line by line. */
export function transcriptText(passages: readonly Passage[], { title, clock, separator }: Reading): string {
  const tongues = new Set(passages.map(({ language }) => language)).size;
  const lines: string[] = [oneLine(title)];
  let last: Passage | null = null;
  for (const passage of passages) {
    if (!last || last.participantId !== passage.participantId || last.turn !== passage.turn) lines.push('', headOf(passage, clock, separator));
    lines.push(`${tongues > 1 ? `[${passage.language}] ` : ''}${oneLine(passage.text)}`);
    last = passage;
  }
  return `${lines.join('\n')}\n`;
}

function headOf({ fromAt, speaker, organisation }: Passage, clock: Reading['clock'], separator: string): string {
  const who = [speaker, organisation].filter((part) => part !== null).map(oneLine).join(separator);
  return who === '' ? `[${clock(fromAt)}]` : `[${clock(fromAt)}] ${who}`;
}

type About = { roomId: string; title: string; upTo: number };

/** For programs. Times in UTC milliseconds, `from` and `to` in the recording (`hh:mm:ss.mmm`), null where it was not recorded. */
export const transcriptJson = (passages: readonly Passage[], about: About): string => `${JSON.stringify({
  ...about,
  lines: passages.map(({ fromMs, toMs, ...said }) => ({ from: fromMs === null ? null : clockOf(fromMs, '.'), to: toMs === null ? null : clockOf(toMs, '.'), ...said })),
}, null, 1)}\n`;
