import { createHash } from 'node:crypto';
import type { RoomId } from '@yaji/contracts';
import type { MediaNode } from './media-nodes.ts';

/**
 * The media node of a room: the same for everybody who asks, since a room lives on one node; rooms spread over the nodes, and when
 * one goes away only its own rooms move (rendezvous hashing, Thaler and Ravishankar 1998). Undefined when there is none.
 */
export function nodeOfRoom<N extends Pick<MediaNode, 'nodeId'>>(roomId: RoomId, nodes: readonly N[]): N | undefined {
  const weight = ({ nodeId }: N): string => createHash('sha256').update(`${roomId} ${nodeId}`).digest('hex');
  return [...nodes].sort((a, b) => (weight(a) < weight(b) ? 1 : -1))[0];
}
