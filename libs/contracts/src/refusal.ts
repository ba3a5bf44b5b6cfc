import { z } from 'zod';

/** Every way a command can be refused; the pages have a sentence for each. */
export const refusalCodes = [
  'contract/invalid', 'contract/unknown-command',
  'socket/too-fast', 'socket/not-in-room', 'socket/unavailable',
  'room/not-found', 'room/not-open', 'room/not-open-yet', 'room/closed', 'room/already-open',
  'member/unknown', 'member/not-admitted', 'member/role-may-not', 'member/removed', 'member/not-waiting', 'member/already-known', 'member/not-absent', 'member/not-yourself', 'member/last-moderator',
  'floor/list-closed', 'floor/queue-empty', 'floor/nobody-speaking', 'floor/stale', 'floor/not-present', 'floor/already-speaking', 'floor/unknown-entry', 'floor/not-yours', 'floor/already-paused', 'floor/not-paused', 'floor/nothing-to-undo', 'floor/unknown-turn', 'floor/already-measured',
  'floor/lane-not-yours', 'floor/category-needed', 'floor/unknown-category', 'floor/open-to-all', 'floor/no-playlist', 'floor/no-nomination', 'floor/nobody-named', 'floor/nothing-left', 'floor/no-interpreter',
  'floor/unknown-holder', 'floor/no-budget', 'floor/budget-short',
  'agenda/unknown-item', 'agenda/unknown-topic', 'agenda/already-started', 'agenda/not-running', 'agenda/already-over', 'agenda/stale-proposal',
  'question/unknown', 'question/not-pending', 'question/not-approved', 'question/too-many-pending', 'question/anonymous-not-allowed', 'question/own-question', 'question/over',
  'question/too-soon', 'question/same-question', 'question/cannot-take-in', 'question/not-yours', 'question/asker-unknown', 'question/not-closed',
  'poll/unknown', 'poll/not-open', 'poll/over', 'poll/another-open', 'poll/already-opened', 'poll/already-answered', 'poll/options-misfit', 'poll/answer-misfits',
  'motion/unknown', 'motion/not-elector', 'motion/over', 'motion/already-seconded', 'motion/own-motion', 'motion/not-seconded', 'motion/not-yours', 'motion/voting', 'motion/amendment-first', 'motion/not-amendable', 'motion/no-objections-asked',
  'electorate/frozen', 'electorate/not-elector', 'electorate/twice', 'electorate/proxy-yourself', 'electorate/proxy-given', 'electorate/proxy-limit', 'electorate/proxy-chain', 'electorate/not-yours',
  'ballot/unknown', 'ballot/another-open', 'ballot/nobody-entitled', 'ballot/quorum-misfits', 'ballot/no-quorum', 'ballot/base-misfits', 'ballot/weights-reveal',
  'ballot/not-entitled', 'ballot/proxy-given', 'ballot/already-voted', 'ballot/over', 'ballot/unknown-choice', 'ballot/secret', 'ballot/not-secret', 'ballot/tracker-taken', 'ballot/not-tied', 'ballot/not-counting', 'ballot/still-open',
  'award/unknown', 'award/nominees-misfit', 'award/already-voted', 'award/not-counted', 'award/places-misfit',
  'chat/closed', 'chat/muted', 'chat/too-soon', 'chat/unknown', 'chat/not-yours', 'chat/not-an-owner',
  'caption/not-chosen', 'caption/not-heard', 'caption/not-yours', 'caption/over',
  'stage/already-there', 'stage/not-there', 'stage/unknown-microphone', 'stage/microphone-taken',
  'action/unknown', 'action/unknown-person', 'action/unknown-organisation', 'action/too-many', 'action/stale', 'action/withdrawn',
  'recording/already-running', 'recording/not-running',
  'stream/too-many-pushes',
] as const;
export const RefusalCode = z.enum(refusalCodes);
export type RefusalCode = z.infer<typeof RefusalCode>;

/** A refusal is a value: `details` fill the sentence that the page shows. */
export type Refusal = { readonly code: RefusalCode; readonly details?: Readonly<Record<string, string | number>> };
