import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { narrowings, type Schema } from './contract-narrowing.ts';

const shape = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { io: 'input' }) as Schema;
const faults = (before: z.ZodType, after: z.ZodType): string[] => narrowings(shape(before), shape(after), 'Event');

const before = z.object({ who: z.string(), limitMs: z.number().min(0).nullable(), lane: z.enum(['list', 'order']), topics: z.array(z.object({ id: z.string() })) });

describe('an event may grow', () => {
  it.each<[string, z.ZodType]>([
    ['by nothing', before],
    ['by a field that may be missing', before.extend({ reason: z.string().optional() })],
    ['by a choice', before.extend({ lane: z.enum(['list', 'order', 'reply']) })],
    ['by a wider bound', before.extend({ limitMs: z.number().min(-1).nullable() })],
    ['by another kind', before.extend({ who: z.union([z.string(), z.number()]) })],
  ])('%s', (_how, after) => expect(faults(before, after)).toEqual([]));
});

describe('an event may not', () => {
  it.each<[string, z.ZodType, string]>([
    ['lose a field', before.omit({ lane: true }), 'Event.lane: the field is gone'],
    ['lose a field deep inside', before.extend({ topics: z.array(z.object({ title: z.string().optional() })) }), 'Event.topics[].id: the field is gone'],
    ['lose a choice', before.extend({ lane: z.enum(['list']) }), 'Event.lane: no longer takes "order"'],
    ['ask for more', before.extend({ reason: z.string() }), 'Event.reason: old logs need not have it'],
    ['promise less', before.extend({ who: z.string().optional() }), 'Event.who: was always there, may now be missing'],
    ['change a kind', before.extend({ who: z.number() }), 'Event.who: was string, is number'],
    ['tighten a bound', before.extend({ who: z.string().max(5) }), 'Event.who: maxLength is stricter'],
    ['lose null', before.extend({ limitMs: z.number().min(0) }), 'Event.limitMs: was null, is number'],
  ])('%s', (_how, after, fault) => expect(faults(before, after)).toContain(fault));
});
