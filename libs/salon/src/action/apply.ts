import type { EventOf, Stamped } from '@yaji/contracts';
import { assertNever } from '@yaji/kit';
import type { Action } from './action.ts';

type ActionEvent = EventOf<'ActionMarked' | 'ActionReworded' | 'ActionWithdrawn' | 'ActionRestored'>;

export function applyAction(actions: Action[], event: ActionEvent & Stamped): void {
  const known = actions.find(({ actionId }) => actionId === event.data.actionId);
  if (event.type === 'ActionMarked') {
    if (!known) actions.push({ ...event.data, ...written(event), markedAt: event.at, markedBy: event.by, wording: 1, withdrawn: false });
    return;
  }
  if (!known) return;
  switch (event.type) {
    case 'ActionReworded': Object.assign(known, event.data, written(event)); return;
    case 'ActionWithdrawn': known.withdrawn = true; return;
    case 'ActionRestored': known.withdrawn = false; return;
    default: assertNever(event);
  }
}

const written = ({ words }: EventOf<'ActionMarked' | 'ActionReworded'>): Pick<Action, 'what' | 'others'> => ({ what: words?.what ?? null, others: words?.others ?? null });
