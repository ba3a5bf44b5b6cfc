import type { MediaKind, MediaSource, ParticipantId } from '@yaji/contracts';
import type { LiveState } from '../live/live-store.ts';
import type { Received } from './media-store.ts';

/** What this page receives from one producer. `at`: when that was counted, UTC milliseconds. `totalAudioEnergy` grows with what was decoded, `framesDecoded` with what was seen. `hushed`: what is decoded is not played. */
export type Inbound = {
  participantId: ParticipantId; kind: MediaKind; source: MediaSource; flowing: boolean; hushed: boolean;
  at: number | null; audioLevel: number | null; totalAudioEnergy: number | null; framesDecoded: number | null; bytesReceived: number; packetsLost: number;
};

declare global {
  interface Window {
    /**
     * The page's own account of what it receives, and of the room as it holds it. The diagnostics of the help dialog and the "report a problem" text read it, and so may
     * a person at the console; nothing else of the page is global.
     */
    __yaji?: { inbound: () => Promise<Inbound[]>; held: () => LiveState['held'] };
  }
}

type Stat = Partial<Record<'audioLevel' | 'totalAudioEnergy' | 'framesDecoded' | 'bytesReceived' | 'packetsLost', number>> & { type: string; timestamp: number; trackIdentifier?: string };

const figuresOf = (rtp: Partial<Stat> = {}) => ({
  at: rtp.timestamp ?? null, audioLevel: rtp.audioLevel ?? null, totalAudioEnergy: rtp.totalAudioEnergy ?? null, framesDecoded: rtp.framesDecoded ?? null,
  bytesReceived: rtp.bytesReceived ?? 0, packetsLost: rtp.packetsLost ?? 0,
});

/** The figures of what is received, out of one report of the whole connection; without figures where no packet has come yet. */
export function readInbound(received: readonly Received[], report: RTCStatsReport): Inbound[] {
  const byTrack = new Map([...report.values() as Iterable<Stat>].filter(({ type }) => type === 'inbound-rtp').map((rtp) => [rtp.trackIdentifier, rtp]));
  return received.map(({ participantId, kind, source, flowing, track }) =>
    ({ participantId, kind, source, flowing, hushed: kind === 'audio' && !track.enabled, ...figuresOf(byTrack.get(track.id)) }));
}
