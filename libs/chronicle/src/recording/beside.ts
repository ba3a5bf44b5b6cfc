import type { Layout, ParticipantId, RecordingLayout } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { foreseen, type Room } from '@yaji/salon';

/** Who is seen beside the speaker, in this order; on an open floor, where nobody is the speaker, everybody who is seen. */
export type Company = { layout: Layout; beside: readonly ParticipantId[] };

/** As many as fit beside a picture of the speaker, and in a grid. */
const BESIDE_MOST = 3;
const NEXT_MOST = 2;
export const GRID_MOST = 9;

/** [CH24] [CH25] The company of an instant, in the way that is asked for. */
export function companyOf(room: DeepReadonly<Room>, wanted: RecordingLayout): Company {
  if (isOpen(room)) return { layout: 'grid', beside: room.stage.guests.slice(0, GRID_MOST) };
  const layout = wanted === 'as-arranged' ? room.stage.layout : wanted;
  const { current, interrupted } = room.floor;
  if (!current || layout === 'speaker') return { layout: 'speaker', beside: [] };
  const waiting = interrupted.map(({ participantId }) => participantId).reverse();
  const next = layout === 'grid' ? [] : foreseen(room).slice(0, NEXT_MOST);
  const beside = [...new Set([...waiting, ...room.stage.guests, ...next])].filter((id) => id !== current.participantId);
  return { layout, beside: beside.slice(0, layout === 'grid' ? GRID_MOST - 1 : BESIDE_MOST) };
}

/** Nobody has a turn, and whoever is on the stage may speak. */
export const isOpen = ({ floor, phase }: DeepReadonly<Room>): boolean => phase === 'open' && floor.mode === 'open' && floor.current === null;

export const isSameCompany = (one: Company, other: Company): boolean =>
  one.layout === other.layout && one.beside.length === other.beside.length && one.beside.every((id, index) => other.beside[index] === id);
