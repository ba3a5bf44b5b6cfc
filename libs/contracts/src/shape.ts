import { z } from 'zod';

/** A command as a client says it: its type and exactly these fields. */
export const command = <N extends string, D extends z.ZodRawShape>(type: N, data: D) =>
  z.strictObject({ type: z.literal(type), data: z.strictObject(data) });

/** A fact without anything a person wrote. */
export const event = <N extends string, D extends z.ZodRawShape>(type: N, data: D) =>
  z.strictObject({ type: z.literal(type), data: z.strictObject(data) });

/** A fact with something a person wrote beside it; `words` is null once it was erased. Rules never read words. */
export const eventWithWords = <N extends string, D extends z.ZodRawShape, W extends z.ZodRawShape>(type: N, data: D, words: W) =>
  z.strictObject({ type: z.literal(type), data: z.strictObject(data), words: z.strictObject(words).nullable() });

/** The same where earlier logs have the fact without words. */
export const eventWithLaterWords = <N extends string, D extends z.ZodRawShape, W extends z.ZodRawShape>(type: N, data: D, words: W) =>
  z.strictObject({ type: z.literal(type), data: z.strictObject(data), words: z.strictObject(words).nullable().optional() });

/** A union of the inferred types of a map of schemas. */
export type OneOf<M extends Record<string, z.ZodType>> = { [N in keyof M]: z.infer<M[N]> }[keyof M];
