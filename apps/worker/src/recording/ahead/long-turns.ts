import type { RoomId } from '@yaji/contracts';
import { apply, emptyRoom } from '@yaji/salon';
import type { Archive } from '../../archive.ts';
import type { LongTurn } from './look-ahead.ts';

/** The turns of these rooms that go on and are recorded. */
export async function longTurnsIn(rooms: readonly RoomId[], { log }: Pick<Archive, 'log'>): Promise<LongTurn[]> {
  const turns: LongTurn[] = [];
  for (const roomId of rooms) {
    const room = emptyRoom();
    for (const record of await log(roomId)) apply(room, record);
    const { current } = room.floor;
    if (current && room.recording.running) turns.push({ roomId, turn: current.turn, startedAt: current.startedAt });
  }
  return turns;
}
