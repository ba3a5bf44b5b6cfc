/** As much of JSON Schema as zod writes for our shapes. */
export type Schema = {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  additionalProperties?: Schema | boolean;
  [bound: string]: unknown;
};

const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'];
const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'];
const FORM = ['pattern', 'format', 'multipleOf'];

const choices = ({ anyOf, oneOf }: Schema): Schema[] | undefined => anyOf ?? oneOf;
const values = (schema: Schema): unknown[] | undefined => schema.enum ?? ('const' in schema ? [schema.const] : undefined);
const kinds = ({ type }: Schema): string[] => (type === undefined ? [] : [type].flat());

/** Every way in which what satisfied `before` may fail `after`: these would make an old log unreadable. Empty when it only widened. */
export function narrowings(before: Schema, after: Schema, path: string): string[] {
  const was = choices(before);
  const is = choices(after);
  if (was) return was.flatMap((one) => lostChoice(one, is ?? [after], path));
  if (is) return lostChoice(before, is, path);
  return [...narrowedValue(before, after, path), ...narrowedBounds(before, after, path), ...narrowedObject(before, after, path), ...narrowedRest(before, after, path)];
}

function lostChoice(one: Schema, among: Schema[], path: string): string[] {
  const attempts = among.map((candidate) => narrowings(one, candidate, path));
  if (attempts.some((faults) => faults.length === 0)) return [];
  return attempts.length === 1 ? attempts.flat() : [`${path}: no longer takes ${JSON.stringify(one)}`];
}

function narrowedValue(before: Schema, after: Schema, path: string): string[] {
  const allowed = values(after);
  if (allowed) {
    const lost = (values(before) ?? ['any other value']).filter((value) => !allowed.includes(value));
    return lost.map((value) => `${path}: no longer takes ${JSON.stringify(value)}`);
  }
  const kept = kinds(after);
  const takes = (kind: string): boolean => kept.includes(kind) || (kind === 'integer' && kept.includes('number'));
  if (kept.length === 0) return [];
  const had = kinds(before);
  if (had.length === 0) return values(before) ? [] : [`${path}: was anything, is ${kept.join(' or ')}`];
  return had.filter((kind) => !takes(kind)).map((kind) => `${path}: was ${kind}, is ${kept.join(' or ')}`);
}

function narrowedBounds(before: Schema, after: Schema, path: string): string[] {
  const number = (schema: Schema, key: string, otherwise: number): number => (typeof schema[key] === 'number' ? schema[key] : otherwise);
  return [
    ...UPPER.filter((key) => number(after, key, Infinity) < number(before, key, Infinity)),
    ...LOWER.filter((key) => number(after, key, -Infinity) > number(before, key, -Infinity)),
    ...FORM.filter((key) => after[key] !== undefined && after[key] !== before[key]),
  ].map((key) => `${path}: ${key} is stricter`);
}

function narrowedObject(before: Schema, after: Schema, path: string): string[] {
  if (!before.properties) return [];
  const had = before.required ?? [];
  const needs = after.required ?? [];
  return [
    ...Object.entries(before.properties).flatMap(([key, shape]) => {
      const kept = after.properties?.[key];
      return kept ? narrowings(shape, kept, `${path}.${key}`) : [`${path}.${key}: the field is gone`];
    }),
    ...needs.filter((key) => !had.includes(key)).map((key) => `${path}.${key}: old logs need not have it`),
    // A reader that could count on a field would meet logs without it.
    ...had.filter((key) => after.properties?.[key] && !needs.includes(key)).map((key) => `${path}.${key}: was always there, may now be missing`),
  ];
}

function narrowedRest(before: Schema, after: Schema, path: string): string[] {
  const rest = (schema: Schema): Schema | undefined => (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined);
  const wasRest = rest(before);
  const isRest = rest(after);
  return [
    ...(before.items && after.items ? narrowings(before.items, after.items, `${path}[]`) : []),
    ...(wasRest && isRest ? narrowings(wasRest, isRest, `${path}.*`) : []),
  ];
}
