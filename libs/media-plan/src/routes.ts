import type { MediaSource, ParticipantId } from '@yaji/contracts';
import type { Plan } from './plan.ts';

/** A source on its way to one listener. `flowing`: it is on air. */
export type Route = { readonly from: ParticipantId; readonly source: MediaSource; readonly to: ParticipantId; readonly flowing: boolean };
/** What is to be done so that what exists becomes what is wanted. `turn` holds the wanted routes whose flow is wrong. */
export type Difference<E extends Route> = { readonly open: readonly Route[]; readonly close: readonly E[]; readonly turn: readonly Route[] };

/** One listener's share of the plan, those on air first. */
export function routesTo(planned: Plan, to: ParticipantId): Route[] {
  if (!planned.listeners.has(to)) return [];
  return planned.sources
    .filter(({ participantId, source }) => participantId !== to && !(source === 'microphone' && planned.inHall.has(participantId) && planned.inHall.has(to)))
    .map(({ participantId, source, onAir }) => ({ from: participantId, source, to, flowing: onAir }))
    .sort((one, other) => Number(other.flowing) - Number(one.flowing));
}

const keyOf = ({ from, source, to }: Route): string => `${from}/${source}/${to}`;

/** Compares by (from, source, to). `existing` may carry more than a route; what is to be closed comes back as it was given. */
export function difference<E extends Route>(wanted: readonly Route[], existing: readonly E[]): Difference<E> {
  const wantedByKey = new Map(wanted.map((route) => [keyOf(route), route]));
  const existingByKey = new Map(existing.map((route) => [keyOf(route), route]));
  return {
    open: wanted.filter((route) => !existingByKey.has(keyOf(route))),
    close: existing.filter((route) => !wantedByKey.has(keyOf(route))),
    turn: wanted.filter((route) => (existingByKey.get(keyOf(route))?.flowing ?? route.flowing) !== route.flowing),
  };
}
