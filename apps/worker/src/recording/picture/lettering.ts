import type { LocalText } from '@yaji/contracts';
import { attempt } from '../program.ts';
import type { Studio } from '../studio.ts';

export type Face = 'serif' | 'sans';

/** Wide characters (East Asian) take a whole em, others about half. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const emOf = (letter: string): number => (wide.test(letter) ? 1 : /[A-ZÀ-ÞWMm@%]/.test(letter) ? 0.74 : /[\sil.,;:'|!·]/.test(letter) ? 0.34 : 0.58);
/** About how wide a line is, in ems; rather too wide than too narrow. */
export const emsOf = (text: string): number => Array.from(text, emOf).reduce((ems, one) => ems + one, 0);

const ELLIPSIS = '…';

/** As much of a line as fits. */
export function fitted(text: string, ems: number): string {
  if (emsOf(text) <= ems) return text;
  let used = emsOf(ELLIPSIS);
  let end = 0;
  for (const letter of text) {
    used += emOf(letter);
    if (used > ems) break;
    end += letter.length;
  }
  return text.slice(0, end).trimEnd() + ELLIPSIS;
}

/** Breaks a text into at most `most` lines, between words where it has some; the rest is left out. */
export function wrapped(text: string, ems: number, most: number): string[] {
  const words = text.split(/(?<=\s)|(?<=[\u2e80-\u9fff\uff00-\uff60])/u);
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && emsOf((line + word).trimEnd()) > ems) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  const kept = lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')] : lines;
  return kept.map((one) => fitted(one, ems));
}

/** Two languages of a name on one line, without saying the same twice. */
export function twofold(texts: LocalText | null, languages: readonly string[]): string {
  const ordered = [...languages, ...Object.keys(texts ?? {})].map((language) => texts?.[language]).filter((text) => text !== undefined);
  return [...new Set(ordered)].slice(0, 2).join('   ').replace(/[\r\n]+/g, ' ');
}

const generic = { serif: 'serif', sans: 'sans-serif' } as const;

/** Finds the family that has all letters of a text, preferring the forms of its language; asks fontconfig, once per set of letters. */
export function fonts(studio: Studio, languages: readonly string[]): (face: Face, text: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  // One family for both languages of a salon: an East Asian one has Latin letters too, not the other way round.
  const eastAsian = languages.find((tag) => /^(zh|ja|ko)\b/.test(tag));
  const language = (text: string): string => eastAsian ?? (wide.test(text) ? 'zh-CN' : (languages[0] ?? 'en'));
  return (face, text) => {
    const letters = [...new Set(Array.from(text, (letter) => (letter.codePointAt(0) ?? 32).toString(16)))].sort().join(' ');
    const pattern = `${generic[face]}:lang=${language(text).toLowerCase()}:charset=${letters}`;
    const family = known.get(pattern) ?? familyFor(studio, pattern).then((found) => found ?? generic[face]);
    known.set(pattern, family);
    return family;
  };
}

async function familyFor(studio: Studio, pattern: string): Promise<string | null> {
  let family: string | null = null;
  const heard = (line: string): void => {
    if (/^[\p{L}\p{N} ._-]{1,100}$/u.test(line)) family ??= line;
  };
  // Where fontconfig's own program is missing, ffmpeg still finds the generic family.
  await attempt({ path: 'fc-match', args: ['-f', '%{family[0]}\n', pattern], cwd: studio.folder, limitMs: 10_000, signal: studio.signal, heard });
  return family;
}
