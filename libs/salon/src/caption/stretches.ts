import type { ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import { voiceOf } from '../stage/microphone.ts';

/**
 * A time in which nobody else had the floor. `participantId`: who spoke, an interpreter where one did; `voice`: whose page brought the
 * sound, which is that of the hall's microphone where it was used. All null: nobody had the floor. `toAt` null: it goes on. UTC milliseconds.
 */
export type FloorStretch = { turn: number | null; participantId: ParticipantId | null; voice: ParticipantId | null; fromAt: number; toAt: number | null };
type Holder = Pick<FloorStretch, 'turn' | 'participantId' | 'voice'>;

const nobody: Holder = { turn: null, participantId: null, voice: null };

/** [LG3] Notes who has the floor in this room after an event at this time, UTC milliseconds. Changes the list, which begins empty. */
export function noteFloor(stretches: FloorStretch[], room: DeepReadonly<Room>, at: number): void {
  const now = holderOf(room);
  const last = stretches.at(-1);
  if (isSame(last ?? nobody, now)) return;
  if (last) last.toAt = at;
  stretches.push({ ...now, fromAt: at, toAt: null });
}

function holderOf(room: DeepReadonly<Room>): Holder {
  const { current } = room.floor;
  return current ? { turn: current.turn, participantId: current.interpretation?.by ?? current.participantId, voice: voiceOf(room) } : nobody;
}

const isSame = (one: Holder, other: Holder): boolean => one.turn === other.turn && one.participantId === other.participantId && one.voice === other.voice;
