import type { EntitySchema } from 'typeorm';
import { ClipEntity } from './aftermath/clip.entity.ts';
import { PublicationEntity } from './aftermath/publication.entity.ts';
import { RecordingOrderEntity } from './aftermath/recording-order.entity.ts';
import { planningEntities } from './planning/entities.ts';

type EntityClass = new () => object;

/** Every entity of planning and aftermath; the log has none (it is raw SQL). */
export const entities: (EntityClass | EntitySchema)[] = [...planningEntities, PublicationEntity, ClipEntity, RecordingOrderEntity];
