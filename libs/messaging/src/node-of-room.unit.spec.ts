import { describe, expect, it } from '@jest/globals';
import type { RoomId } from '@yaji/contracts';
import { nodeOfRoom } from './node-of-room.ts';

const nodes = ['north', 'south', 'west'].map((nodeId) => ({ nodeId }));
const rooms = Array.from({ length: 90 }, (_, n) => `room-${n}` as RoomId);

describe('the media node of a room', () => {
  it('is the same for everybody, in whatever order the nodes are told', () => {
    for (const room of rooms) expect(nodeOfRoom(room, [...nodes].reverse())).toEqual(nodeOfRoom(room, nodes));
  });
  it('is spread over the nodes', () => {
    for (const { nodeId } of nodes) expect(rooms.filter((room) => nodeOfRoom(room, nodes)?.nodeId === nodeId).length).toBeGreaterThan(15);
  });
  it('changes for the rooms of a lost node only', () => {
    const left = nodes.slice(1);
    for (const room of rooms) if (nodeOfRoom(room, nodes)?.nodeId !== 'north') expect(nodeOfRoom(room, left)).toEqual(nodeOfRoom(room, nodes));
  });
  it('is none where there are none', () => expect(nodeOfRoom(rooms[0] as RoomId, [])).toBeUndefined());
});
