import type { InOrder } from './reorder.ts';

/** One access unit as its container wants it. `timestamp` as in RTP, `at`: arrival of its first packet, monotonic milliseconds. */
export type Frame = { bytes: Buffer; key: boolean; timestamp: number; at: number };
/** What a container must know before the first frame: the decoder's own header, and the picture's size. */
export type Opening = { private: Buffer | null; width: number; height: number };

/** Takes the packets of a stream in order. `broken`: something is missing and only a key frame mends it. */
export type Depacketizer = {
  take(packet: InOrder): Frame[];
  /** From a key frame; null while it cannot be told. */
  opening(frame: Frame): Opening | null;
  readonly broken: boolean;
};
