import type { types } from 'mediasoup';

/** An RTCP sender report (RFC 3550, 6.4.1): the instant that an RTP timestamp stands for, `sentMs` by the sender's own clock (milliseconds since 1900). */
export type SenderReport = { ssrc: number; sentMs: number; timestamp: number };

const numberIn = (info: Record<string, unknown>, name: string): number | null => (typeof info[name] === 'number' ? info[name] : null);

/** Null for what is no sender report, and for one whose sender has no clock (RFC 3550: NTP 0). */
export function readReport({ type, info }: types.ProducerTraceEventData): SenderReport | null {
  if (type !== 'sr') return null;
  const [ssrc, seconds, fraction, timestamp] = [numberIn(info, 'ssrc'), numberIn(info, 'ntpSec'), numberIn(info, 'ntpFrac'), numberIn(info, 'rtpTs')];
  if (ssrc === null || !seconds || fraction === null || timestamp === null) return null;
  return { ssrc, sentMs: seconds * 1_000 + (fraction / 2 ** 32) * 1_000, timestamp };
}
