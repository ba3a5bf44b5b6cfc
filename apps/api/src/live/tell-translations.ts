import type { QuestionId, Translation } from '@yaji/contracts';
import type { LiveRoom } from './live-room.ts';
import { classChannel, type LiveSocket } from './seat.ts';
import { newlyWorded, type Translated } from './translated.ts';

type Compared = { text: string; open: boolean };
type Said = Record<QuestionId, Translation | null>;

/** The questions that may be like another: those that wait and those that are open, but for what was erased. */
function comparedIn({ feed: { room } }: LiveRoom): Map<QuestionId, Compared> {
  const compared = new Map<QuestionId, Compared>();
  for (const { questionId, status, text } of room.questions) {
    if (text !== null && (status === 'pending' || status === 'approved')) compared.set(questionId, { text, open: status === 'approved' });
  }
  return compared;
}

/** Whether a question is still to be compared in this wording. */
export const isCompared = (live: LiveRoom, questionId: QuestionId, text: string): boolean => comparedIn(live).get(questionId)?.text === text;

/** Takes in questions that are new or newly worded, and leaves out what is not to be compared any more. Answers what was left out. */
export function takeStock(live: LiveRoom): [QuestionId, Translated][] {
  const compared = comparedIn(live);
  const over = [...live.translated].filter(([questionId, { text }]) => compared.get(questionId)?.text !== text);
  for (const [questionId] of over) live.translated.delete(questionId);
  for (const [questionId, { text }] of compared) if (!live.translated.has(questionId)) live.translated.set(questionId, newlyWorded(text));
  return over;
}

/** [Q15] Tells those who may read a question what it says elsewhere, in one tick with looking at how it stands; and of what is over, that it is. */
export function tellTranslations(live: LiveRoom, over: readonly [QuestionId, Translated][]): void {
  const compared = comparedIn(live);
  const toModerators: Said = {};
  const toOthers: Said = {};
  for (const [questionId, { told }] of over) {
    if (told !== 'nobody') toModerators[questionId] = null;
    if (told === 'inside') toOthers[questionId] = null;
  }
  for (const [questionId, one] of live.translated) {
    const now = compared.get(questionId);
    if (!one.translation || one.told === 'inside' || now?.text !== one.text) continue;
    if (one.told === 'nobody') toModerators[questionId] = one.translation;
    if (now.open) toOthers[questionId] = one.translation;
    one.told = now.open ? 'inside' : 'moderating';
  }
  say(live, 'moderating', toModerators);
  say(live, 'inside', toOthers);
}

/** Tells somebody who has just been placed what the others of the class know already; the rest comes with the next telling. */
export function tellPlaced({ translated }: LiveRoom, socket: LiveSocket, sees: 'inside' | 'moderating'): void {
  const known = [...translated].filter(([, { told }]) => told === 'inside' || (sees === 'moderating' && told === 'moderating'));
  if (known.length > 0) socket.emit('translations', Object.fromEntries(known.map(([questionId, { translation }]) => [questionId, translation])));
}

function say({ io, roomId }: LiveRoom, to: 'inside' | 'moderating', said: Said): void {
  if (Object.keys(said).length > 0) io.to(classChannel(roomId, to)).emit('translations', said);
}
