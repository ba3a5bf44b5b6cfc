import { describe, expect, it } from '@jest/globals';
import { h264Frames } from './h264.ts';
import { opusFrames } from './opus.ts';
import { readPacket } from './packet.ts';
import { vp8Frames } from './vp8.ts';

let sequence = 0;
const packet = (timestamp: number, marker: boolean, bytes: Buffer, lost = 0) => {
  sequence += 1;
  return { packet: { sequence, timestamp, marker, payload: bytes }, at: timestamp, lost };
};
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('readPacket', () => {
  it('passes over contributors, extensions and padding', () => {
    const bytes = hex('b1 e4 0102 00000007 0000000a 11111111 bede0001 10aa0000 c0ffee 00 02');
    expect(readPacket(bytes)).toEqual({ sequence: 0x0102, timestamp: 7, marker: true, payload: hex('c0ffee') });
  });

  it.each(['', '80', '00 00 0000 00000000 00000000 01', 'a0 00 0000 00000000 00000000 02 02', '90 00 0000 00000000 00000000 bede'])('makes nothing of %s', (text) => {
    expect(readPacket(hex(text))).toBeNull();
  });
});

/** A key frame of 640 × 480 begins so. */
const key = hex('10 00 00 9d012a 8002 e001 aa');
const delta = hex('11 00 00 bb');

describe('VP8', () => {
  it('strips descriptors of every kind and joins a picture', () => {
    const frames = vp8Frames();
    expect(frames.take(packet(1, false, Buffer.concat([hex('90 80 85 12'), key])))).toEqual([]);
    const [frame] = frames.take(packet(1, true, hex('80 f0 07 01 60 cc')));
    expect(frame).toEqual({ bytes: Buffer.concat([key, hex('cc')]), key: true, timestamp: 1, at: 1 });
    expect(frame && frames.opening(frame)).toEqual({ private: null, width: 640, height: 480 });
    expect(frames.take(packet(2, true, Buffer.concat([hex('10'), delta])))).toEqual([{ bytes: delta, key: false, timestamp: 2, at: 2 }]);
  });

  it('shows nothing between a loss and the next key frame', () => {
    const frames = vp8Frames();
    expect(frames.take(packet(1, true, Buffer.concat([hex('10'), delta])))).toEqual([]);
    expect(frames.take(packet(2, true, Buffer.concat([hex('10'), key])))).toHaveLength(1);
    expect(frames.broken).toBe(false);
    expect(frames.take(packet(3, true, Buffer.concat([hex('10'), delta]), 1))).toEqual([]);
    expect(frames.broken).toBe(true);
    expect(frames.take(packet(4, true, Buffer.concat([hex('10'), key])))).toHaveLength(1);
  });

  it('drops a picture whose end is missing', () => {
    const frames = vp8Frames();
    frames.take(packet(1, false, Buffer.concat([hex('10'), key])));
    expect(frames.take(packet(2, true, Buffer.concat([hex('10'), delta])))).toEqual([]);
    expect(frames.broken).toBe(true);
  });
});

/** 640 × 480, baseline 3.0; and its picture parameters. */
const sps = hex('67 42c01e d9 00 a0 3d a1 00 00 03 00 01 00 00 03 00 32 0f 16 2e 48');
const pps = hex('68 cb83cb20');

describe('H.264', () => {
  it('unpacks aggregates, fragments and single units, and tells the size', () => {
    const frames = h264Frames();
    const length = (nal: Buffer) => Buffer.of(nal.length >> 8, nal.length & 0xff);
    expect(frames.take(packet(1, false, Buffer.concat([hex('78'), length(sps), sps, length(pps), pps])))).toEqual([]);
    expect(frames.take(packet(1, false, hex('7c 85 0102')))).toEqual([]);
    const [frame] = frames.take(packet(1, true, hex('7c 45 0304')));
    expect(frame).toMatchObject({ key: true, timestamp: 1 });
    expect(frame?.bytes.subarray(-9)).toEqual(hex('00000005 65 01020304'));
    const opening = frame && frames.opening(frame);
    expect(opening).toMatchObject({ width: 640, height: 480 });
    expect(opening?.private?.subarray(0, 6)).toEqual(hex('01 42c01e ff e1'));
    expect(frames.take(packet(2, true, hex('41 0a0b')))).toEqual([{ bytes: hex('00000003 41 0a0b'), key: false, timestamp: 2, at: 2 }]);
  });

  it('forgets a fragment whose beginning is lost', () => {
    const frames = h264Frames();
    expect(frames.take(packet(1, true, hex('7c 45 0304'), 1))).toEqual([]);
    expect(frames.broken).toBe(true);
  });
});

describe('Opus', () => {
  it('is a frame a packet', () => {
    const frames = opusFrames();
    const [frame] = frames.take(packet(960, false, hex('f8fffe')));
    expect(frame).toEqual({ bytes: hex('f8fffe'), key: true, timestamp: 960, at: 960 });
    expect(frame && frames.opening(frame)?.private?.toString('latin1', 0, 8)).toBe('OpusHead');
  });
});
