import type { EventOf } from '@yaji/contracts';
import type { Room } from '../room/room.ts';
import { voiceOf } from '../stage/microphone.ts';
import type { FloorStretch } from './captions.ts';

export function applyCaptions(room: Room, { data }: EventOf<'CaptionsChosen'>): void {
  room.captions.source = data.source;
}

/** A line lies within the latest few changes of the floor, or came too late to be shown. */
const keptStretches = 8;

/** [LG3] Notes who has the floor after an event at this time, UTC milliseconds. */
export function noteFloor(room: Room, at: number): void {
  const { floor } = room.captions;
  const now = holderOf(room);
  const last = floor.at(-1);
  if (isSame(last ?? nobody, now)) return;
  if (last) last.toAt = at;
  floor.push({ ...now, fromAt: at, toAt: null });
  if (floor.length > keptStretches) floor.shift();
}

type Holder = Pick<FloorStretch, 'turn' | 'participantId' | 'voice'>;

const nobody: Holder = { turn: null, participantId: null, voice: null };

function holderOf(room: Room): Holder {
  const { current } = room.floor;
  return current ? { turn: current.turn, participantId: current.interpretation?.by ?? current.participantId, voice: voiceOf(room) } : nobody;
}

const isSame = (one: Holder, other: Holder): boolean => one.turn === other.turn && one.participantId === other.participantId && one.voice === other.voice;
