import { z } from 'zod';
import type { ParticipantId } from './ids.ts';

/**
 * Sound and picture: Socket.IO namespace `/media` of a media node, WebSocket only. Connect with `auth: { token }`, the pass
 * that `/live` gave. Each request is `socket.emit(name, data, ack)`; the answer is `{ ok: true, data } | { ok: false, error }`.
 * The node creates every consumer by itself, a picture's paused; the client makes its receiver and then says `resumeConsumer` for it.
 */
const json = z.record(z.string(), z.unknown());
const id = z.string().min(1).max(100);

export const MediaSource = z.enum(['microphone', 'camera', 'screen']);
export type MediaSource = z.infer<typeof MediaSource>;
export const MediaKind = z.enum(['audio', 'video']);
export type MediaKind = z.infer<typeof MediaKind>;

const request = <I extends z.ZodRawShape, O extends z.ZodRawShape>(input: I, output: O) => ({ input: z.strictObject(input), output: z.object(output) });

export const mediaRequests = {
  capabilities: request({}, { rtpCapabilities: json }),
  createTransport: request({ direction: z.enum(['send', 'receive']) }, {
    transportId: id, iceParameters: json, iceCandidates: z.array(json), dtlsParameters: json, iceServers: z.array(json),
  }),
  connectTransport: request({ transportId: id, dtlsParameters: json }, {}),
  restartIce: request({ transportId: id }, { iceParameters: json }),
  /** From now on the node offers this client what it may receive. `data`: video is wanted or only sound. */
  receive: request({ transportId: id, rtpCapabilities: json, video: z.boolean() }, {}),
  resumeConsumer: request({ consumerId: id }, {}),
  /** Simulcast layer that the client can show; null: the best that fits. */
  preferLayer: request({ consumerId: id, spatialLayer: z.int().min(0).max(2) }, {}),
  produce: request({ transportId: id, kind: MediaKind, source: MediaSource, rtpParameters: json }, { producerId: id, onAir: z.boolean() }),
  closeProducer: request({ producerId: id }, {}),
};
export type MediaRequestName = keyof typeof mediaRequests;
export type MediaIn<N extends MediaRequestName> = z.infer<(typeof mediaRequests)[N]['input']>;
export type MediaOut<N extends MediaRequestName> = z.infer<(typeof mediaRequests)[N]['output']>;
export type MediaAnswer<N extends MediaRequestName> = { ok: true; data: MediaOut<N> } | { ok: false; error: MediaError };
export const mediaErrors = ['media/invalid', 'media/unauthorised', 'media/may-not-produce', 'media/unknown', 'media/busy', 'media/failed'] as const;
export type MediaError = (typeof mediaErrors)[number];

export type MediaNotices = {
  /** A new consumer; a picture's is paused until the client resumes it. `flowing`: its producer is on air at this moment. */
  consumer: (offer: {
    consumerId: string; transportId: string; producerId: string; participantId: ParticipantId; source: MediaSource; kind: MediaKind;
    rtpParameters: Record<string, unknown>; flowing: boolean;
  }) => void;
  consumerClosed: (closed: { consumerId: string }) => void;
  consumerFlowing: (flow: { consumerId: string; flowing: boolean }) => void;
  /** Whether what this client sends is heard and seen by others now. */
  onAir: (state: { producerId: string; onAir: boolean }) => void;
  /** This client may send now (green room, floor or stage), or no more. */
  mayProduce: (state: { mayProduce: boolean }) => void;
  /** Speech level of those on air, 0 (silent) to 127 (loudest) per RFC 6464 turned round; a few times a second. */
  levels: (levels: { participantId: ParticipantId; level: number }[]) => void;
  /** The node goes away: connect again through `mediaPass`. */
  leaving: () => void;
};
