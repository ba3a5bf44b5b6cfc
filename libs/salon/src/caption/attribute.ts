import type { ParticipantId, SpokenWord } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { FloorStretch } from './stretches.ts';

/** What was heard and when; UTC milliseconds. `words`: where their times are known, in their order. */
export type SaidLine = { fromAt: number; toAt: number; text: string; words?: SpokenWord[] };
type Attributed = SaidLine & { turn: number | null; participantId: ParticipantId | null };
type Stretches = readonly DeepReadonly<FloorStretch>[];

const nobody = { turn: null, participantId: null };

/** Who had the floor at that instant; null before anybody had it. Where it changed hands it is the later. */
export const floorAt = (stretches: Stretches, at: number): DeepReadonly<FloorStretch> | null => stretches.findLast(({ fromAt }) => fromAt <= at) ?? null;

const holderAt = (stretches: Stretches, at: number): Pick<Attributed, 'turn' | 'participantId'> => {
  const stretch = floorAt(stretches, at);
  return stretch ? { turn: stretch.turn, participantId: stretch.participantId } : nobody;
};

/**
 * [LG4] A line by who had the floor: cut where it changed hands, each word going to whom its middle belongs to; whole to whom it began with
 * where the times of its words are not known. A word is never split and none is lost.
 */
export function attribute(stretches: Stretches, line: SaidLine): Attributed[] {
  const { words } = line;
  if (!words || words.length === 0) return [{ ...line, ...holderAt(stretches, line.fromAt) }];
  const parts: (Attributed & { words: SpokenWord[] })[] = [];
  for (const word of words) {
    const holder = holderAt(stretches, (word.fromAt + word.toAt) / 2);
    const last = parts.at(-1);
    if (last && last.turn === holder.turn && last.participantId === holder.participantId) Object.assign(last, { toAt: Math.max(last.toAt, word.toAt), words: [...last.words, word] });
    else parts.push({ fromAt: word.fromAt, toAt: word.toAt, text: '', words: [word], ...holder });
  }
  const [only] = parts;
  // Whoever wrote the line set its marks and spaces better than its words tell.
  if (only && parts.length === 1) return [{ ...line, turn: only.turn, participantId: only.participantId }];
  return parts.map((part) => ({ ...part, text: joined(part.words) }));
}

/** Han, kana and what else is written without spaces is joined without. */
const closed = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

/** The words as one text. */
export const joined = (words: readonly DeepReadonly<SpokenWord>[]): string =>
  words.map(({ text }) => text.trim()).filter((text) => text !== '').reduce((said, word) => (said === '' || closed.test(said.slice(-1)) || closed.test(word.slice(0, 1)) ? said + word : `${said} ${word}`), '');
