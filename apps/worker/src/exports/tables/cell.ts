import { type Column, writtenCell } from '@yaji/chronicle';

/** `clock`: an instant (UTC milliseconds) as date and time of the salon's place, `2026-11-21 09:30:00`. */
export type InPlace = { clock: (at: number) => string };

const two = (n: number): string => String(n).padStart(2, '0');
/** `1:02:03`, in whole seconds. */
function lengthText(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

export function cellText(cell: string | number | null, kind: Column['kind'], { clock }: InPlace): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return writtenCell(cell);
  if (kind === 'instant') return clock(cell);
  return kind === 'length' ? lengthText(cell) : String(cell);
}
