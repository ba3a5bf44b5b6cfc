import type { MediaKind, MediaSource, ParticipantId } from '@yaji/contracts';
import type { LiveState } from '../live/live-store.ts';
import type { Received } from './media-store.ts';

/** What this page receives from one producer at this moment. `totalAudioEnergy` grows with what was decoded, `framesDecoded` with what was seen. `hushed`: what is decoded is not played. */
export type Inbound = {
  participantId: ParticipantId; kind: MediaKind; source: MediaSource; flowing: boolean; hushed: boolean;
  audioLevel: number | null; totalAudioEnergy: number | null; framesDecoded: number | null; bytesReceived: number; packetsLost: number;
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

type Stat = Partial<Record<'audioLevel' | 'totalAudioEnergy' | 'framesDecoded' | 'bytesReceived' | 'packetsLost', number>> & { type: string };

const figuresOf = (rtp: Partial<Stat> = {}) => ({
  audioLevel: rtp.audioLevel ?? null, totalAudioEnergy: rtp.totalAudioEnergy ?? null, framesDecoded: rtp.framesDecoded ?? null,
  bytesReceived: rtp.bytesReceived ?? 0, packetsLost: rtp.packetsLost ?? 0,
});

export function readInbound(received: readonly Received[], statsOf: (consumerId: string) => Promise<RTCStatsReport | null>): Promise<Inbound[]> {
  return Promise.all(received.map(async ({ consumerId, participantId, kind, source, flowing, track }) => {
    const report = await statsOf(consumerId);
    const stats = report ? [...report.values() as Iterable<Stat>] : [];
    return { participantId, kind, source, flowing, hushed: kind === 'audio' && !track.enabled, ...figuresOf(stats.find(({ type }) => type === 'inbound-rtp')) };
  }));
}
