import type { TranscriptLine } from '@yaji/contracts';

const tight = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。，、；：？！…—“”‘’（）《》]/u;

/** What stands between two lines that are one text: a space, but nothing in Chinese. */
export const jointOf = (before: string, after: string): string => (tight.test(before.at(-1) ?? '') && tight.test(after.at(0) ?? '') ? '' : ' ');

/** The text of several lines as one: every statement's text is a part of this, letter by letter. */
export function joined(lines: readonly Pick<TranscriptLine, 'text'>[]): string {
  let text = '';
  for (const { text: line } of lines) text += text === '' ? line : jointOf(text, line) + line;
  return text;
}
