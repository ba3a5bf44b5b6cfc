import type { LocalText } from '@yaji/contracts';
import { remote, sato } from './cast.ts';

/** A member of the alliance, with its delegate. `seat`: at a phone in the hall, at a page elsewhere, or absent, with somebody who casts the vote. */
export type MemberSeat = { id: string; plate: LocalText; seat: 'hall' | 'remote' | { proxy: string } };

const delegate = (n: number): { id: string; plate: LocalText } => ({ id: `d${n}`, plate: { en: `Delegate ${n}`, 'zh-CN': `第${n}代表` } });

/** Eighteen delegates, twelve in the hall and six online, and two members whose votes others hold. */
export const members: readonly MemberSeat[] = [
  ...remote.map(({ name, plate }) => ({ id: name, plate, seat: 'remote' as const })),
  ...[4, 5, 6].map((n) => ({ ...delegate(n), seat: 'remote' as const })),
  { id: sato.name, plate: sato.plate, seat: 'hall' },
  ...[8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18].map((n) => ({ ...delegate(n), seat: 'hall' as const })),
  { ...delegate(19), seat: { proxy: 'lin' } },
  { ...delegate(20), seat: { proxy: sato.name } },
];

/** So many members must be present or represented. */
export const quorum = 12;
/** Whose phones go dark before the second vote is closed. Sato was checked in at the door, so his would not make him absent (M12). */
export const leaving = members.filter(({ id, seat }) => seat === 'hall' && id !== sato.name).slice(0, 9).map(({ id }) => id);
export const votesOf = (holder: string): string[] => [holder, ...members.flatMap(({ id, seat }) => (typeof seat === 'object' && seat.proxy === holder ? [id] : []))];
