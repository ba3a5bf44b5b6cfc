import type { EntitySchemaColumnOptions, ValueTransformer } from 'typeorm';

const milliseconds: ValueTransformer = {
  to: (at: unknown) => (typeof at === 'number' ? new Date(at) : at),
  from: (at: unknown) => (at === null ? null : Number(at)),
};

/** UTC milliseconds in the program, `timestamptz` in the table. */
export const instant = (name: string): EntitySchemaColumnOptions => ({ name, type: 'timestamptz', transformer: milliseconds });
export const uuid = (name: string): EntitySchemaColumnOptions => ({ name, type: 'uuid' });
export const json = (name: string): EntitySchemaColumnOptions => ({ name, type: 'jsonb' });
export const words = (name: string): EntitySchemaColumnOptions => ({ name, type: 'text' });
export const wordList = (name: string): EntitySchemaColumnOptions => ({ name, type: 'text', array: true });
export const integer = (name: string): EntitySchemaColumnOptions => ({ name, type: 'integer' });
export const orNone = (column: EntitySchemaColumnOptions): EntitySchemaColumnOptions => ({ ...column, nullable: true });
export const key = (column: EntitySchemaColumnOptions): EntitySchemaColumnOptions => ({ ...column, primary: true });
