import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { types } from 'mediasoup';
import type { ParticipantId } from '@yaji/contracts';
import { putProgramOnAir } from '../../apps/media/src/program/on-air.ts';
import { readPacket, type RtpPacket } from '../../apps/media/src/recorder/rtp/packet.ts';
import type { Studio } from '../../apps/media/src/studio/studio.ts';
import { eventually } from './eventually.ts';
import { givenRoom, type GivenRoom } from './given-room.ts';

let room: GivenRoom;
beforeEach(async () => { room = await givenRoom(); });
afterEach(() => room.close());

/** What somebody who consumes the program gets. */
async function packetsOf(studio: Studio, producer: types.Producer): Promise<RtpPacket[]> {
  const [booth] = await Promise.all(studio.booths.values());
  if (!booth) throw new Error('a room without a router');
  const transport = await booth.router.createDirectTransport();
  const consumer = await transport.consume({ producerId: producer.id, rtpCapabilities: booth.router.rtpCapabilities });
  const packets: RtpPacket[] = [];
  consumer.on('rtp', (bytes) => {
    const packet = readPacket(bytes);
    if (packet) packets.push(packet);
  });
  return packets;
}

const steps = (packets: readonly RtpPacket[]): Set<number> => new Set(packets.slice(1).map(({ sequence }, index) => (sequence - (packets[index]?.sequence ?? 0)) & 0xffff));
const isKey = ({ payload }: RtpPacket): boolean => payload.readUInt8(0) === 0x90 && (payload.readUInt8(4) & 1) === 0;

describe('the program of a room', () => {
  it('is one sound and one picture, without a break when the floor passes on', async () => {
    const [ann, bob] = await Promise.all([room.enter('Ann', 'speaker'), room.enter('Bob', 'speaker')]);
    for (const one of [ann, bob]) await room.say({ type: 'floor.request', data: {} }, one);
    const [annHere, bobHere] = await Promise.all([room.speaks(ann), room.speaks(bob, 880)]);
    await Promise.all([annHere.send('camera'), bobHere.send('camera')]);
    const studio = await room.node.studios.enter(room.roomId);
    const [booth] = await Promise.all(studio.booths.values());
    if (!booth) throw new Error('a room without a router');
    const onAir = await putProgramOnAir(studio.program, booth.router);
    const [sounds, pictures] = await Promise.all([packetsOf(studio, onAir.audio), packetsOf(studio, onAir.video)]);
    const seen: ParticipantId[] = [];
    const leave = studio.program.join({ sound: ({ voice }, lead) => { if (lead && seen.at(-1) !== voice) seen.push(voice); }, picture: () => undefined });

    for (const turn of [0, 1]) {
      const before = { sounds: sounds.length, keys: pictures.filter(isKey).length };
      await room.say({ type: 'floor.grantNext', data: { afterTurn: turn } }, room.chair);
      await eventually(() => {
        expect(sounds.length - before.sounds).toBeGreaterThan(40);
        expect(pictures.filter(isKey).length).toBeGreaterThan(before.keys);
      });
    }
    expect(seen).toEqual([ann, bob]);
    expect(pictures.findIndex(isKey)).toBe(0);
    expect([steps(sounds), steps(pictures)]).toEqual([new Set([1]), new Set([1])]);
    expect(sounds.slice(1).every(({ timestamp }, index) => timestamp > (sounds[index]?.timestamp ?? 0))).toBe(true);
    expect(pictures.slice(1).every(({ timestamp }, index) => timestamp >= (pictures[index]?.timestamp ?? 0))).toBe(true);
    leave();
    onAir.close();
  });
});
