import { readPacket, type RtpPacket } from '../../../apps/media/src/recorder/rtp/packet.ts';
import { descriptorBytes } from '../../../apps/media/src/recorder/rtp/vp8.ts';

/** What never arrives: four in ten packets of the sound, or every key picture (VP8). */
export type Losing = 'sound' | 'key-pictures';
type Passes = (kind: 'video' | 'audio', bytes: Buffer) => boolean;

const lostShare = 0.4;
/** Of RTCP, which shares the way: its reports arrive (RFC 5761, 4). */
const isReport = (bytes: Buffer): boolean => (bytes[1] ?? 0) >= 192 && (bytes[1] ?? 0) <= 223;

/** Whether a packet gets through. */
export function lossyWay(losing: Losing | null): Passes {
  switch (losing) {
    case null: return () => true;
    case 'sound': return (kind, bytes) => kind !== 'audio' || isReport(bytes) || Math.random() >= lostShare;
    case 'key-pictures': return withoutKeyPictures();
  }
}

function withoutKeyPictures(): Passes {
  let lost: number | null = null;
  return (kind, bytes) => {
    const packet = kind === 'video' && !isReport(bytes) ? readPacket(bytes) : null;
    if (!packet) return true;
    if (beginsKeyPicture(packet)) lost = packet.timestamp;
    return packet.timestamp !== lost;
  };
}

/** A picture's first packet says of itself that it is (RFC 7741, 4.2); the picture's own first byte, whether it is a key picture (RFC 6386, 9.1). */
const beginsKeyPicture = ({ payload }: RtpPacket): boolean => payload.length > 4 && (payload.readUInt8(0) & 0x17) === 0x10 && (payload.readUInt8(descriptorBytes(payload)) & 1) === 0;
