import { z } from 'zod';
import { Key, localText } from './text.ts';

/** Where a contribution stands, strongest first. The first three are privileged: they come before the normal list. */
export const Lane = z.enum(['interposed', 'intervention', 'point-of-order', 'normal']);
export type Lane = z.infer<typeof Lane>;

/** For or against what is debated. */
export const Stance = z.enum(['pro', 'contra']);
export type Stance = z.infer<typeof Stance>;

/** What people are counted together by. `group`: a named one of the programme (`rules.groups`). */
export const Grouping = z.enum(['organisation', 'country', 'group', 'stance']);
export type Grouping = z.infer<typeof Grouping>;

/** One way of ordering the normal lane. They are asked one after the other; what all leave open is settled by who raised a hand earlier. */
export const OrderPolicy = z.discriminatedUnion('policy', [
  /** Who has not spoken in this salon comes first. */
  z.strictObject({ policy: z.literal('first-time') }),
  /** Whose organisation (country, group) has had fewer turns comes first; its own people one by one. */
  z.strictObject({ policy: z.literal('round-robin'), over: Grouping }),
  /** Groups alternate, whatever each had before; it begins after the group that spoke last. */
  z.strictObject({ policy: z.literal('zipper'), over: Grouping }),
  /** Who (or whose organisation) has spoken least comes first. */
  z.strictObject({ policy: z.literal('least-time'), over: z.enum(['person', 'organisation']) }),
  /** By lot; the seed is in the log. */
  z.strictObject({ policy: z.literal('random') }),
]);
export type OrderPolicy = z.infer<typeof OrderPolicy>;
export const OrderPolicies = z.array(OrderPolicy).max(5);

/** Who is next: the chair's list; a fixed order; whom the speaker names; a draw; or everybody on the stage may speak at once. */
export const FloorMode = z.enum(['queue', 'playlist', 'nomination', 'draw', 'open']);
export type FloorMode = z.infer<typeof FloorMode>;

/** A kind of point of order; the lowest `rank` is served first. */
export const OrderCategory = z.strictObject({ category: Key, title: localText(120), rank: z.int().min(0).max(99) });
export type OrderCategory = z.infer<typeof OrderCategory>;
