import type { Lane, Stance } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room, Turn } from '@yaji/salon';
import { plateOf, type Plate } from './plate.ts';

/** `stance` null: the speaker did not say for which side. */
export type Contribution = { turn: number; speaker: Plate; lane: Lane; stance: Stance | null };
/** In the order of speaking; the figures are contributions, not speakers. */
export type Debate = { pro: number; contra: number; neither: number; contributions: Contribution[] };

/** Those of these turns that took place. */
export function debateOf(room: DeepReadonly<Room>, granted: ReadonlySet<number>): Debate {
  const { past, interrupted, current } = room.floor;
  const turns: DeepReadonly<Turn>[] = [...past, ...interrupted, ...(current ? [current] : [])];
  const contributions = turns.filter(({ turn }) => granted.has(turn)).sort((one, other) => one.turn - other.turn)
    .map(({ turn, participantId, lane, entry }) => ({ turn, speaker: plateOf(room, participantId), lane, stance: entry?.stance ?? null }));
  const many = (wanted: Stance | null): number => contributions.filter(({ stance }) => stance === wanted).length;
  return { pro: many('pro'), contra: many('contra'), neither: many(null), contributions };
}
