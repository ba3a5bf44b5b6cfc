import type { Passage } from './passages.ts';

const two = (count: number): string => String(count).padStart(2, '0');

/** `hh:mm:ss` and thousandths after `mark`; hours may have more digits. */
export function clockOf(ms: number, mark: ',' | '.'): string {
  const whole = Math.max(0, Math.round(ms));
  const seconds = Math.floor(whole / 1_000);
  return `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${mark}${String(whole % 1_000).padStart(3, '0')}`;
}

/** A blank line would end a cue, and a line with an arrow would begin one. */
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim().replaceAll('-->', '→');
/** What has a meaning in a cue's text is written so that it has none (W3C WebVTT 1, 4.2.2). */
const escaped = (text: string): string => oneLine(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

type Placed = Passage & { fromMs: number; toMs: number };
const isPlaced = (one: Passage): one is Placed => one.fromMs !== null && one.toMs !== null && one.toMs > one.fromMs && oneLine(one.text) !== '';

/** WebVTT with a voice for each speaker. */
export const voicedVtt = (passages: readonly Passage[]): string =>
  ['WEBVTT\n', ...passages.filter(isPlaced).map(({ fromMs, toMs, speaker, text }) =>
    `${clockOf(fromMs, '.')} --> ${clockOf(toMs, '.')}\n${speaker === null ? '' : `<v ${escaped(speaker)}>`}${escaped(text)}\n`)].join('\n');

/** SubRip, which has no escapes: what players would read as markup is written with other brackets. */
export const subRip = (passages: readonly Passage[]): string =>
  passages.filter(isPlaced).map(({ fromMs, toMs, speaker, text }, n) =>
    `${n + 1}\n${clockOf(fromMs, ',')} --> ${clockOf(toMs, ',')}\n${unmarked(speaker === null ? text : `${speaker}: ${text}`)}\n`).join('\n');

/** Players read HTML's tags and `{…}` as a style. */
const unmarked = (text: string): string => oneLine(text).replaceAll('<', '‹').replaceAll('>', '›').replace(/\{(?=\\)/g, '(');
