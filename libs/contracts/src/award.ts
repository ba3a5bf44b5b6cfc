import { z } from 'zod';
import { AwardId } from './ids.ts';
import { command, event } from './shape.ts';
import { Key, localText } from './text.ts';

/** One of the shortlist. `picture`: the name of a stored picture, served at `/api/pictures/`. */
export const Nominee = z.strictObject({ optionId: Key, title: localText(200), about: localText(400).nullable().default(null), picture: z.string().regex(/^[0-9a-f]{48}\.(png|jpg|webp)$/).nullable().default(null) });
export type Nominee = z.infer<typeof Nominee>;

/**
 * `approval`: each voter names all that are worthy. `ranked`: in the order of preference; instant run-off. `electorate`: the members of the
 * register, or everybody in the room. The vote is always secret.
 */
export const AwardPlan = z.strictObject({ title: localText(300), method: z.enum(['approval', 'ranked']), electorate: z.enum(['register', 'everybody']).default('everybody'), nominees: z.array(Nominee).min(2).max(40) });
export type AwardPlan = z.infer<typeof AwardPlan>;
export const PlannedAward = z.strictObject({ awardId: AwardId, plan: AwardPlan });
export type PlannedAward = z.infer<typeof PlannedAward>;

const one = { awardId: AwardId };

export const awardCommands = {
  'award.prepare': command('award.prepare', { plan: AwardPlan }),
  'award.open': command('award.open', { ...one, closesAfterMs: z.int().min(10_000).max(86_400_000).nullable().default(null) }),
  /** Shows so many places in all, beginning with the last. */
  'award.reveal': command('award.reveal', { ...one, places: z.int().min(1).max(40) }),
};

/** `place` from 1; equal ones share it. `votes`: approvals, or the votes it had when it was eliminated or won. */
export const AwardLine = z.strictObject({ optionId: Key, place: z.int().min(1), votes: z.int().min(0) });
export type AwardLine = z.infer<typeof AwardLine>;

export const awardEvents = {
  AwardPrepared: event('AwardPrepared', { ...one, plan: AwardPlan }),
  /** `lines`: all that are shown now. `tally`: how many chose what, once every place is shown; before that null. */
  AwardRevealed: event('AwardRevealed', { ...one, lines: z.array(AwardLine), tally: z.record(z.string(), z.int().min(0)).nullable() }),
};
