import type { ParticipantId } from '@yaji/contracts';
import { expect } from '@jest/globals';
import { eventually } from './eventually.ts';
import { type Given, givenNode, type GivenNode } from './given-node.ts';
import { type GivenPeer, type GivenPeers, givenPeers } from './given-peers.ts';
import type { Perceived } from './peers/peer.ts';

/** A node, a room with a chair, and a way to bring people in. */
export type GivenRoom = GivenNode & {
  chair: ParticipantId;
  connect(participantId: ParticipantId): Promise<GivenPeer>;
  /** Connects and sends a tone as soon as it may. */
  speaks(participantId: ParticipantId, frequency?: number): Promise<GivenPeer>;
  /** Connects and receives. */
  listens(participantId: ParticipantId, video?: boolean): Promise<GivenPeer>;
  /** Watches the program by WHEP. */
  watches(token: string, roomId?: string): ReturnType<GivenPeers['watch']>;
};

export async function givenRoom(options: Given = {}): Promise<GivenRoom> {
  const node = await givenNode(options);
  const peers = givenPeers();
  const connect = async (participantId: ParticipantId): Promise<GivenPeer> => peers.connect(node.url, await node.passOf(participantId));
  return {
    ...node,
    chair: await node.enter('Chair', 'moderator'),
    connect,
    speaks: async (participantId, frequency = 440) => {
      const peer = await connect(participantId);
      await eventually(async () => expect(await peer.said()).toContain('mayProduce true'));
      await peer.send('microphone', frequency);
      return peer;
    },
    listens: async (participantId, video = false) => {
      const peer = await connect(participantId);
      await peer.receive(video);
      return peer;
    },
    watches: (token, roomId = node.roomId) => peers.watch(`${node.url}/whep/${roomId}`, token),
    close: async () => {
      peers.end();
      await node.close();
    },
  };
}

export const perceived = async (peer: GivenPeer, from: ParticipantId): Promise<Perceived | undefined> =>
  (await peer.perceives()).find(({ participantId, source }) => participantId === from && source === 'microphone');

export const levelOf = async (peer: GivenPeer, from: ParticipantId): Promise<number> => (await perceived(peer, from))?.level ?? 0;

/** Loud enough to be the tone; quiet enough to be nothing. */
export const audible = 1_000;
export const inaudible = 50;
