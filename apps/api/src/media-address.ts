import type { RoomId } from '@yaji/contracts';
import { type MediaNodes, nodeOfRoom } from '@yaji/messaging';

/** Where the media node of a room is reached, without a slash at the end. `fallback`: while none has announced itself. */
export async function mediaAddressOf(roomId: RoomId, nodes: MediaNodes, fallback: string): Promise<string> {
  const alive = await nodes.list();
  return (alive === 'unknown' ? undefined : nodeOfRoom(roomId, alive)?.url) ?? fallback;
}
