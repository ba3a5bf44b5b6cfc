import type { QuestionId } from '@yaji/contracts';
import { type Question, currentQuestion } from '@yaji/salon';
import { isMe, type RoomView } from '../../live/room-view.ts';

/** How one's own question stands. `taken`: how many others were merged into it. `now`: it is before the room. */
export type Standing = { status: Question['status']; text: string; taken: number; called: boolean; now: boolean };
export type News = { what: 'approved' | 'declined' | 'merged' | 'took' | 'called' | 'later' | 'answered' | 'now'; text: string };

const told: Partial<Record<Question['status'], News['what']>> = { approved: 'approved', declined: 'declined', merged: 'merged', later: 'later', answered: 'answered' };
const brief = 60;
const inBrief = (text: string): string => (text.length > brief ? `${text.slice(0, brief - 1)}…` : text);

/** One's own questions, as they stand. */
export function standingsOf(view: RoomView): Map<QuestionId, Standing> {
  const { questions } = view.room;
  const current = currentQuestion(view.room);
  return new Map(questions.filter(({ askedBy }) => isMe(view, askedBy)).map(({ questionId, status, text, entryId, tookIn }) => [questionId, {
    status, text: inBrief(text ?? ''), taken: tookIn, called: entryId !== null, now: current?.questionId === questionId,
  }]));
}

/** What has become of them since. */
export function newsOf(before: ReadonlyMap<QuestionId, Standing>, now: ReadonlyMap<QuestionId, Standing>): News[] {
  return [...now].flatMap(([questionId, is]): News[] => {
    const was = before.get(questionId);
    if (!was) return [];
    const happened: [boolean, News['what'] | undefined][] = [
      [is.status !== was.status, told[is.status]], [is.taken > was.taken, 'took'], [is.called && !was.called, 'called'], [is.now && !was.now, 'now'],
    ];
    return happened.flatMap(([did, what]) => (did && what ? [{ what, text: is.text }] : []));
  });
}
