import type { EntitySchema } from 'typeorm';
import { planningEntities } from './planning/entities.ts';

type EntityClass = new () => object;

/** Every entity of the planning side; the log has none (it is raw SQL). */
export const entities: (EntityClass | EntitySchema)[] = [...planningEntities];
