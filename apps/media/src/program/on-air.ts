import { randomInt } from 'node:crypto';
import type { types } from 'mediasoup';
import type { Program } from './output.ts';
import { asksForKeyFrame } from './rtp/key-frame-wish.ts';
import { opusPayloadType, rtpStreams, vp8PayloadType } from './rtp/rtp-streams.ts';

/** The program as two producers of a router, for whoever consumes. */
export type ProgramOnAir = { readonly audio: types.Producer; readonly video: types.Producer; close(): void };

const keyFrameRequestDelayMs = 500;

function parametersOf(kind: 'audio' | 'video', ssrc: number): types.RtpParameters {
  const codec: types.RtpCodecParameters = kind === 'audio'
    ? { mimeType: 'audio/opus', payloadType: opusPayloadType, clockRate: 48_000, channels: 2, parameters: { useinbandfec: 1, usedtx: 1 }, rtcpFeedback: [] }
    : { mimeType: 'video/VP8', payloadType: vp8PayloadType, clockRate: 90_000, parameters: {}, rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }, { type: 'ccm', parameter: 'fir' }] };
  return { codecs: [codec], headerExtensions: [], encodings: [{ ssrc }], rtcp: { cname: 'program', reducedSize: true } };
}

/**
 * Brings the program into a router, as one Opus and one VP8 producer that stay the same whoever speaks. Consumers of the picture need
 * the key frame at their beginning: it is asked for by itself. Rejects when mediasoup refuses; ends with `close`, or with the router.
 */
export async function putProgramOnAir(program: Program, router: types.Router): Promise<ProgramOnAir> {
  const transport = await router.createDirectTransport();
  const [audioSsrc, videoSsrc] = [randomInt(1, 2 ** 31), randomInt(2 ** 31, 2 ** 32)];
  try {
    const audio = await transport.produce({ kind: 'audio', rtpParameters: parametersOf('audio', audioSsrc) });
    const video = await transport.produce({ kind: 'video', rtpParameters: parametersOf('video', videoSsrc), keyFrameRequestDelay: keyFrameRequestDelayMs });
    const send = (producer: types.Producer) => (packet: Buffer): void => { if (!producer.closed) producer.send(packet); };
    transport.on('rtcp', (bytes) => { if (asksForKeyFrame(bytes)) program.wantKeyFrame(); });
    const leave = program.join(rtpStreams({ audioSsrc, videoSsrc, sendAudio: send(audio), sendVideo: send(video) }));
    transport.observer.once('close', leave);
    return { audio, video, close: () => transport.close() };
  } catch (cause) {
    transport.close();
    throw cause;
  }
}
