import type { Draft, DraftChange, ParticipantId } from '@yaji/contracts';
import { assertNever } from '@yaji/kit';
import { isSameSentence } from '../action/same-sentence.ts';

export const emptyDraft: Draft = { texts: {}, actions: [], withoutPictures: [], quotes: 'all', reviewed: null };

/** More than anybody writes by hand. */
const atMostTexts = 2_000;
const atMostActions = 200;
const atMostPassedOver = 500;

/**
 * The draft after a change by `by` at `at` (UTC milliseconds); null when it would hold too much. Whatever changes what stands in it takes back that
 * it was reviewed.
 */
export function changed(draft: Draft, change: DraftChange, { by, at }: { by: ParticipantId; at: number }): Draft | null {
  switch (change.what) {
    case 'text': return within({ ...draft, texts: withText(draft.texts, change), reviewed: null });
    case 'action': return within({ ...draft, actions: [...draft.actions.filter(({ actionId }) => actionId !== change.action.actionId), change.action], reviewed: null });
    case 'drop-action': return { ...draft, actions: draft.actions.filter(({ actionId }) => actionId !== change.actionId), reviewed: null };
    // What is passed over stands nowhere: what was reviewed stays so.
    case 'pass-over': return within(passedOver(draft, change));
    case 'picture': {
      const others = draft.withoutPictures.filter((pictureId) => pictureId !== change.pictureId);
      return within({ ...draft, withoutPictures: change.shown ? others : [...others, change.pictureId], reviewed: null });
    }
    case 'quotes': return { ...draft, quotes: change.quotes, reviewed: null };
    case 'reviewed': return { ...draft, reviewed: change.reviewed ? { by, at } : null };
    default: return assertNever(change);
  }
}

function within(draft: Draft): Draft | null {
  const fits = Object.keys(draft.texts).length <= atMostTexts && draft.actions.length <= atMostActions && draft.withoutPictures.length <= atMostActions
    && (draft.passedOver?.length ?? 0) <= atMostPassedOver;
  return fits ? draft : null;
}

function passedOver(draft: Draft, { said, passed }: Extract<DraftChange, { what: 'pass-over' }>): Draft {
  const others = (draft.passedOver ?? []).filter((one) => !isSameSentence(one, said));
  return { ...draft, passedOver: passed ? [...others, said] : others };
}

function withText(texts: Draft['texts'], { key, language, text }: Extract<DraftChange, { what: 'text' }>): Draft['texts'] {
  const { [key]: before = {}, ...others } = texts;
  const { [language]: replaced, ...rest } = before;
  const now = text === null ? rest : { ...rest, [language]: text };
  return Object.keys(now).length === 0 ? others : { ...others, [key]: now };
}
