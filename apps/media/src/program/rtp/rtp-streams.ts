import type { Output } from '../output.ts';
import { SoundPlace } from '../switch/sound-place.ts';
import { vp8Payloads } from './vp8-payloads.ts';
import { writePacket } from './write-packet.ts';

export const opusPayloadType = 100;
export const vp8PayloadType = 101;
const opusPerMs = 48;
const vp8PerMs = 90;

export type RtpStreamsOptions = { audioSsrc: number; videoSsrc: number; sendAudio: (packet: Buffer) => void; sendVideo: (packet: Buffer) => void };

/**
 * The program as one Opus and one VP8 stream of RTP, each with its own unbroken sequence numbers and rising timestamps, whoever speaks. The two
 * clocks begin together. Where nobody is heard nothing is sent, as with Opus' own discontinuous transmission. Of several voices the leading one goes out.
 */
export function rtpStreams({ audioSsrc, videoSsrc, sendAudio, sendVideo }: RtpStreamsOptions): Output {
  const place = new SoundPlace();
  let zero: number | null = null;
  let audioSequence = 0;
  let videoSequence = 0;
  let pictureNumber = 0;
  const since = (at: number): number => {
    zero ??= at - 1_000;
    return Math.max(0, at - zero);
  };
  return {
    sound: ({ at, ms, payload }, lead) => {
      if (!lead) return;
      const before = place.end;
      const placed = place.place(at, ms);
      if (placed === null) return;
      // The marker says that a talk spurt begins (RFC 3551, 4.1).
      const head = { payloadType: opusPayloadType, sequence: audioSequence, timestamp: Math.round(since(placed) * opusPerMs), ssrc: audioSsrc, marker: before !== placed };
      audioSequence += 1;
      sendAudio(writePacket(head, payload));
    },
    picture: ({ at, bytes }) => {
      const timestamp = Math.round(since(at) * vp8PerMs);
      const payloads = vp8Payloads(bytes, pictureNumber);
      pictureNumber = (pictureNumber + 1) & 0x7fff;
      for (const [index, payload] of payloads.entries()) {
        sendVideo(writePacket({ payloadType: vp8PayloadType, sequence: videoSequence, timestamp, ssrc: videoSsrc, marker: index === payloads.length - 1 }, payload));
        videoSequence += 1;
      }
    },
  };
}
