import type { ActionSuggestion, Draft, ParticipantId, SaidSentence, TranscriptLine } from '@yaji/contracts';
import { plateOf } from '../plate.ts';
import { type Log, replay } from '../replay.ts';
import { plainWords } from '../summary/words.ts';
import { momentIn } from '../written/moment.ts';
import { marksIn } from './action.ts';
import { daySaid } from './day-said.ts';
import { isSameSentence } from './same-sentence.ts';
import { type SuggestedAction, suggestedActions } from './suggested-actions.ts';

/** `timeZone`: IANA, of the salon. */
type Said = { lines: readonly TranscriptLine[]; timeZone: string };
/** What stands in the minutes already. `at`: when it was marked, UTC milliseconds; null: after the end. */
type Known = { kind: SuggestedAction['kind']; what: string | null; who: readonly ParticipantId[]; at: number | null };

/** A moderator who marks what is being said has done so within this. Milliseconds. */
const markingMs = 90_000;
/** Of the words of the shorter one, so many are also in the other. */
const alike = 0.5;
/** A longer one is no wording of a task. UTF-16 units. */
const longest = 500;

/**
 * [CH51] What sounds like a task or a decision and has not been answered yet, in the order of saying: neither taken up nor passed over, nor marked by a
 * moderator while it was said.
 */
export function offeredActions(log: Log, { lines, timeZone }: Said, draft: Pick<Draft, 'actions' | 'passedOver'>): ActionSuggestion[] {
  const room = replay(log);
  const { actions, marked } = marksIn(room);
  const known: Known[] = [
    ...actions.map(({ what, who, at }): Known => ({ kind: 'action', what, who: who.map(({ participantId }) => participantId), at })),
    ...marked.map(({ text, at }): Known => ({ kind: 'decision', what: text, who: [], at })),
    ...draft.actions.map(({ kind, what, who }): Known => ({ kind, what, who, at: null })),
  ];
  const answered: readonly SaidSentence[] = [...draft.actions.flatMap(({ said }) => said ?? []), ...draft.passedOver ?? []];
  const plates = Object.values(room.members).map(({ participantId }) => plateOf(room, participantId));
  return suggestedActions(lines, plates)
    .filter((one) => one.text.length <= longest && !answered.some((sentence) => isSameSentence(sentence, one)) && !known.some((mark) => tells(mark, one)))
    .map(({ text, lineId, kind, saidBy, language, fromAt, who = null, by = null }) => ({
      said: { lineId, text }, language, kind, speaker: saidBy, at: fromAt, who, by: by === null ? null : daySaid(by, momentIn(timeZone, fromAt).date), byWords: by,
    }));
}

/** In the same words; or of the same person, marked while it was said. */
function tells({ kind, what, who, at }: Known, one: SuggestedAction): boolean {
  if (kind !== one.kind) return false;
  if (what !== null && isAlike(what, one)) return true;
  const isAtOnce = at !== null && at >= one.fromAt && at <= one.toAt + markingMs;
  return isAtOnce && (kind === 'decision' || (one.who !== undefined && who.includes(one.who)));
}

function isAlike(what: string, { text, language }: SuggestedAction): boolean {
  const [own, other] = [new Set(plainWords(what, language)), new Set(plainWords(text, language))];
  const shorter = Math.min(own.size, other.size);
  return shorter > 0 && [...own].filter((word) => other.has(word)).length >= Math.max(shorter * alike, Math.min(2, shorter));
}
