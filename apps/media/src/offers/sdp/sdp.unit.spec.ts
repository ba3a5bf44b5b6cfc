import { describe, expect, it } from '@jest/globals';
import { generateRouterRtpCapabilities, getProducerRtpParametersMapping } from 'mediasoup/ortc';
import { parse } from 'sdp-transform';
import { mediaCodecs } from '../../workers/codecs.ts';
import { agree, type Agreement } from './agreement.ts';
import { writeAnswer } from './answer.ts';
import { type Offer, readOffer } from './offer.ts';
import * as offers from './offers.fixture.ts';

const room = generateRouterRtpCapabilities(mediaCodecs);
const reached = {
  iceParameters: { usernameFragment: 'server', password: 'password-of-the-server', iceLite: true },
  iceCandidates: [{ foundation: 'udpcandidate', priority: 1_000, address: '192.0.2.1', ip: '192.0.2.1', protocol: 'udp' as const, port: 44_400, type: 'host' as const }],
  dtlsParameters: { role: 'auto' as const, fingerprints: [{ algorithm: 'sha-1' as const, value: 'AA' }, { algorithm: 'sha-256' as const, value: 'BB:CC' }] },
};

function offerOf(text: string): Offer {
  const offer = readOffer(text);
  if (!offer.ok) throw new Error(offer.error);
  return offer.value;
}

const agreementsOf = (offer: Offer) => offer.sections.flatMap(({ media, takenFor }) => (takenFor === null ? [] : [{ media, takenFor, agreement: agree(media, room) }]));

/** What mediasoup is told, by source, and the answer as its receiver parses it. */
function converse(text: string) {
  const offer = offerOf(text);
  const taken = new Map<string, Agreement>();
  const agreements = new Map(agreementsOf(offer).map(({ media, takenFor, agreement }) => {
    if (!agreement.ok) throw new Error(agreement.error);
    taken.set(takenFor, agreement.value);
    // mediasoup throws where it would not take them.
    getProducerRtpParametersMapping(agreement.value.rtpParameters, room);
    return [media, agreement.value] as const;
  }));
  const answer = parse(writeAnswer(offer, agreements, reached));
  return { taken, answer, offer, mimeTypes: [...taken].map(([source, { rtpParameters }]) => `${source} ${rtpParameters.codecs.map(({ mimeType, payloadType }) => `${mimeType} ${payloadType}`).join(' + ')}`) };
}

const faultOf = (text: string): string => {
  const offer = readOffer(text);
  if (!offer.ok) return offer.error;
  const refused = agreementsOf(offer.value).find(({ agreement }) => !agreement.ok)?.agreement;
  return refused?.ok === false ? refused.error : '';
};

describe('an offer of OBS', () => {
  const { taken, answer, offer, mimeTypes } = converse(offers.obs);

  it('is the microphone and the camera, as H.264 and Opus under its own numbers', () => {
    expect(mimeTypes).toEqual(['microphone audio/opus 111', 'camera video/H264 96']);
    expect(taken.get('camera')?.rtpParameters).toMatchObject({ mid: '1', encodings: [{ ssrc: 201 }], rtcp: { cname: 'obs' } });
    expect(offer.dtlsParameters).toMatchObject({ role: 'client', fingerprints: [{ algorithm: 'sha-256' }] });
  });

  it('is answered by an ICE lite server that waits to be called, section by section', () => {
    expect(answer).toMatchObject({ icelite: 'ice-lite', groups: [{ type: 'BUNDLE', mids: '0 1' }] });
    expect(answer.media.map(({ type, port, direction, setup, mid }) => ({ type, port, direction, setup, mid: String(mid) }))).toEqual([
      { type: 'audio', port: 9, direction: 'recvonly', setup: 'passive', mid: '0' }, { type: 'video', port: 9, direction: 'recvonly', setup: 'passive', mid: '1' },
    ]);
    expect(answer.media[1]).toMatchObject({
      iceUfrag: 'server', icePwd: 'password-of-the-server', fingerprint: { type: 'sha-256', hash: 'BB:CC' }, rtcpMux: 'rtcp-mux',
      candidates: [{ ip: '192.0.2.1', port: 44_400, transport: 'udp', type: 'host' }], fmtp: [{ payload: 96, config: expect.stringContaining('profile-level-id=42e01f') }],
    });
    expect(answer.media[0]?.fmtp).toEqual([{ payload: 111, config: 'minptime=10;useinbandfec=1;stereo=1' }]);
    // No feedback without the extension that carries it.
    expect(answer.media[1]?.rtcpFb?.map(({ type }) => type)).toEqual(['nack', 'nack']);
  });
});

describe('an offer of Chromium', () => {
  const { taken, answer, mimeTypes } = converse(offers.chromium);

  it('is VP8 with RTX in at most three layers, though its second section only waits for the bundle', () => {
    expect(mimeTypes).toEqual(['microphone audio/opus 111', 'camera video/VP8 96 + video/rtx 97']);
    expect(taken.get('camera')?.rtpParameters.encodings).toEqual([{ rid: 'q' }, { rid: 'h' }, { rid: 'f' }]);
    expect(answer.media[1]).toMatchObject({ port: 9, simulcast: { dir1: 'recv', list1: 'q;h;f' } });
    expect(answer.media[1]?.rids?.map(({ id, direction }) => `${id} ${direction}`)).toEqual(['q recv', 'h recv', 'f recv']);
  });

  it('keeps its numbers of the extensions that both know, and one kind of feedback', () => {
    expect(taken.get('microphone')?.rtpParameters.headerExtensions?.map(({ id, uri }) => [id, uri.slice(uri.lastIndexOf(':') + 1)])).toContainEqual([1, 'ssrc-audio-level']);
    expect(answer.media[1]?.ext?.map(({ value }) => value).sort((one, other) => one - other)).toEqual([2, 3, 4, 10, 11, 13]);
    expect(answer.media[1]?.rtcpFb?.map(({ type }) => type)).not.toContain('goog-remb');
  });
});

describe('an offer of GStreamer', () => {
  it('is told apart by its SSRCs, the repaired packets too, without any mid extension', () => {
    const { taken, answer, mimeTypes } = converse(offers.gstreamer);
    expect(mimeTypes).toEqual(['camera video/VP8 96 + video/rtx 97', 'microphone audio/OPUS 98']);
    expect(taken.get('camera')?.rtpParameters.encodings).toEqual([{ ssrc: 401, rtx: { ssrc: 402 } }]);
    expect(answer.groups).toEqual([{ type: 'BUNDLE', mids: 'video0 audio1' }]);
    expect(answer.media[1]?.fmtp).toEqual([{ payload: 98, config: 'minptime=10;useinbandfec=1' }]);
  });
});

describe('an offer', () => {
  it('may bring a picture alone, and need not name its sections then', () => {
    expect(converse(offers.obsWithoutSound).mimeTypes).toEqual(['camera video/H264 96']);
    const { mimeTypes, answer } = converse(offers.obsWithoutMids);
    expect(mimeTypes).toEqual(['camera video/H264 96']);
    expect(answer.groups).toBeUndefined();
    expect(answer.media[0]?.mid).toBeUndefined();
  });

  it('has a second camera and a data channel declined', () => {
    const { answer, mimeTypes } = converse(offers.twoCameras);
    expect(mimeTypes).toEqual(['microphone audio/opus 111', 'camera video/H264 96']);
    expect(answer.media.map(({ type, port }) => `${type} ${port}`)).toEqual(['audio 9', 'video 9', 'video 0', 'application 0']);
    expect(answer.groups).toEqual([{ type: 'BUNDLE', mids: '0 1' }]);
  });

  it('may name another profile of H.264 than the room, and is answered with its own', () => {
    const { taken, answer } = converse(offers.highProfile);
    expect(taken.get('camera')?.rtpParameters.codecs[0]?.parameters).toMatchObject({ 'profile-level-id': '42e01f', 'packetization-mode': 1 });
    expect(answer.media[1]?.fmtp[0]?.config).toContain('640c1f');
  });

  it('is refused with what is wrong with it', () => {
    expect(faultOf('')).toContain('v=0');
    expect(faultOf('{"type":"offer"}')).toContain('v=0');
    expect(faultOf('v=0\r\ns=-\r\n')).toContain('m= line');
    expect(faultOf(`v=0\r\n${'m=audio 9 UDP/TLS/RTP/SAVPF 0\r\n'.repeat(17)}`)).toContain('more than 16');
    expect(faultOf(offers.withoutFingerprint)).toContain('a=fingerprint');
    expect(faultOf(offers.receiving)).toContain('a=sendonly');
    expect(faultOf(offers.unbundled)).toContain('BUNDLE');
    expect(faultOf(offers.withHevcOnly)).toContain('H.264');
    expect(faultOf(offers.nameless)).toContain('a=ssrc');
  });

  it('whose values make no sense is a TypeError, as mediasoup has it', () => {
    const [section] = offerOf(offers.obs.replace('opus/48000/2', 'opus/none/2')).sections;
    if (!section) throw new Error('a section was expected');
    expect(() => agree(section.media, room)).toThrow(TypeError);
  });
});
