import { describe, expect, it } from '@jest/globals';
import type { ParticipantId } from '@yaji/contracts';
import { readPacket, type RtpPacket } from '../../recorder/rtp/packet.ts';
import { vp8Frames } from '../../recorder/rtp/vp8.ts';
import { asksForKeyFrame } from './key-frame-wish.ts';
import { rtpStreams } from './rtp-streams.ts';

const [ann, bob] = ['ann', 'bob'] as ParticipantId[] as [ParticipantId, ParticipantId];

function given() {
  const [audio, video]: [RtpPacket[], RtpPacket[]] = [[], []];
  const keep = (packets: RtpPacket[]) => (bytes: Buffer): void => {
    const packet = readPacket(bytes);
    if (packet) packets.push(packet);
  };
  return { audio, video, output: rtpStreams({ audioSsrc: 1, videoSsrc: 2, sendAudio: keep(audio), sendVideo: keep(video) }) };
}

describe('the program as RTP', () => {
  it('is one unbroken sound, whoever speaks', () => {
    const { audio, output } = given();
    const payload = Buffer.of(0xf8, 1, 2);
    output.sound({ voice: ann, at: 5_000, ms: 20, payload }, true);
    output.sound({ voice: bob, at: 5_010, ms: 20, payload }, false);
    output.sound({ voice: ann, at: 5_020, ms: 20, payload }, true);
    output.sound({ voice: bob, at: 6_000, ms: 20, payload }, true);
    expect(audio.map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
    expect(audio.map(({ timestamp }) => timestamp - 48_000)).toEqual([0, 960, 48_000]);
    expect(audio.map(({ marker }) => marker)).toEqual([true, false, true]);
  });

  it('is one unbroken picture that the usual reader puts together again', () => {
    const { video, output } = given();
    const pictures = [3_000, 10, 1_150, 1_151].map((length, index) => Buffer.alloc(length, index === 0 ? 0 : 1));
    for (const [index, bytes] of pictures.entries()) output.picture({ at: 5_000 + index * 40, key: index === 0, bytes });
    expect(video.map(({ sequence }) => sequence)).toEqual(video.map((_, index) => index));
    const frames = vp8Frames();
    const read = video.flatMap((packet) => frames.take({ packet, at: 0, lost: 0 }));
    expect(read.map(({ bytes }) => bytes)).toEqual(pictures);
    expect(read.map(({ timestamp }) => timestamp - 90_000)).toEqual([0, 3_600, 7_200, 10_800]);
  });

  it('hears when a key frame is asked for', () => {
    const report = Buffer.from('80c90001000000ff', 'hex');
    const loss = Buffer.from('81ce0002000000ff00000001', 'hex');
    expect(asksForKeyFrame(Buffer.concat([report, loss]))).toBe(true);
    expect(asksForKeyFrame(report)).toBe(false);
    expect(asksForKeyFrame(Buffer.of())).toBe(false);
  });
});
