import type { LocalText } from '@yaji/contracts';
import type { ActionRecord, MarkedDecision } from './action/action.ts';
import type { Minutes } from './minutes.ts';
import type { Picture } from './report/picture.ts';
import type { Summary } from './summary/summary.ts';

/** The salon that a room belongs to, as far as the room's log does not tell. `next`: what follows, and when (UTC milliseconds). */
export type Occasion = { title: LocalText | null; host: LocalText | null; next: { title: LocalText; at: number } | null };

/** All that a room leaves behind for whoever writes about it. `summary` null: nothing of what was said is known. */
export type Material = {
  minutes: Minutes; occasion: Occasion; summary: Summary | null; actions: readonly ActionRecord[]; marked: readonly MarkedDecision[]; pictures: readonly Picture[];
};

/** What there is when only the log is known. */
export const logAlone = (minutes: Minutes): Material => ({ minutes, occasion: { title: null, host: null, next: null }, summary: null, actions: minutes.actions, marked: minutes.marked, pictures: [] });
