import type { types } from 'mediasoup';
import { type MediaDescription, write } from 'sdp-transform';
import { asWritten, midOf, type Offer } from './offer.ts';

/** Where and how the transport is reached. */
export type Reached = Pick<types.WebRtcTransport, 'iceParameters' | 'iceCandidates' | 'dtlsParameters'>;

/**
 * What is answered to one section, under the numbers of the offer. `rids`: simulcast layers that are taken; `sends`: packets go to
 * whoever offered; else they come from there.
 */
export type Answered = { readonly answered: types.RtpParameters; readonly rids?: readonly string[]; readonly sends?: boolean };

/** The answer (RFC 8829) of an ICE lite server: every section in the order of the offer, those without an agreement declined. */
export function writeAnswer(offer: Offer, agreements: ReadonlyMap<MediaDescription, Answered>, reached: Reached): string {
  const { iceParameters, dtlsParameters } = reached;
  const fingerprint = dtlsParameters.fingerprints.find(({ algorithm }) => algorithm === 'sha-256') ?? dtlsParameters.fingerprints[0];
  const transport = {
    iceUfrag: iceParameters.usernameFragment, icePwd: iceParameters.password,
    // Who offers to be the server is called; everybody else calls.
    setup: offer.dtlsParameters.role === 'server' ? 'active' : 'passive',
    ...(fingerprint ? { fingerprint: { type: fingerprint.algorithm, hash: fingerprint.value } } : {}),
  };
  const media = offer.sections.map(({ media: offered }) => {
    const agreement = agreements.get(offered);
    return agreement ? { ...transport, ...accepted(offered, agreement), candidates: candidatesOf(reached), endOfCandidates: 'end-of-candidates' as const } : declined(offered);
  });
  const mids = offer.sections.flatMap(({ media: offered }) => (agreements.has(offered) ? midOf(offered) ?? [] : []));
  return write({
    version: 0, origin: { username: '-', sessionId: 1, sessionVersion: 1, netType: 'IN', ipVer: 4, address: '0.0.0.0' }, name: '-',
    timing: { start: 0, stop: 0 }, icelite: 'ice-lite', iceOptions: 'ice2',
    ...(offer.isBundled ? { groups: [{ type: 'BUNDLE', mids: mids.join(' ') }] } : {}), media,
  });
}

const candidatesOf = ({ iceCandidates }: Reached): NonNullable<MediaDescription['candidates']> =>
  iceCandidates.map(({ foundation, address, port, priority, protocol, type, tcpType }) => ({
    foundation, component: 1, transport: protocol, priority, ip: address, port, type, ...(tcpType ? { tcptype: tcpType } : {}),
  }));

const named = (media: MediaDescription): { mid?: string } => {
  const mid = midOf(media);
  return mid === undefined ? {} : { mid };
};

const connection = { version: 4, ip: '0.0.0.0' };

/** Port 0 (RFC 3264, 6): one format must be named all the same. */
const declined = (offered: MediaDescription): MediaDescription => ({
  type: offered.type, port: 0, protocol: offered.protocol, payloads: asWritten(offered.payloads ?? '0').split(' ')[0] ?? '0', rtp: [], fmtp: [],
  connection, direction: 'inactive', ...named(offered),
});

function accepted(offered: MediaDescription, { answered: { codecs, headerExtensions, encodings = [], rtcp }, rids = [], sends = false }: Answered): MediaDescription {
  return {
    type: offered.type, port: 9, protocol: offered.protocol, payloads: codecs.map(({ payloadType }) => payloadType).join(' '), connection, ...named(offered),
    direction: sends ? 'sendonly' : 'recvonly', rtcpMux: 'rtcp-mux', rtcpRsize: 'rtcp-rsize',
    rtp: codecs.map(({ payloadType, mimeType, clockRate, channels }) => ({
      payload: payloadType, codec: mimeType.slice(mimeType.indexOf('/') + 1), rate: clockRate, ...(channels !== undefined && channels > 1 ? { encoding: channels } : {}),
    })),
    fmtp: codecs.flatMap((codec) => formatOf(offered, codec)),
    rtcpFb: codecs.flatMap(({ payloadType, rtcpFeedback }) => (rtcpFeedback ?? []).map(({ type, parameter }) => ({ payload: payloadType, type, ...(parameter ? { subtype: parameter } : {}) }))),
    ext: (headerExtensions ?? []).map(({ id, uri }) => ({ value: id, uri })),
    ...(rids.length === 0 ? {} : { rids: rids.map((id) => ({ id, direction: 'recv' })), simulcast: { dir1: 'recv', list1: rids.join(';') } }),
    ...(sends ? { msid: [{ id: 'program', appdata: offered.type }], ssrcs: encodings.flatMap(({ ssrc }) => (ssrc === undefined ? [] : [{ id: ssrc, attribute: 'cname', value: rtcp?.cname ?? 'program' }])) } : {}),
  };
}

/** A picture is taken as it is offered; of sound, both channels where there are two, and what a receiver mends losses by. */
function formatOf({ fmtp }: MediaDescription, { payloadType, mimeType }: types.RtpCodecParameters): MediaDescription['fmtp'] {
  const offered = fmtp.find(({ payload }) => payload === payloadType)?.config;
  if (mimeType.toLowerCase() !== 'audio/opus') return offered === undefined ? [] : [{ payload: payloadType, config: offered }];
  const isStereo = /(^|;)\s*(sprop-)?stereo=1/.test(offered ?? '');
  return [{ payload: payloadType, config: `minptime=10;useinbandfec=1${isStereo ? ';stereo=1' : ''}` }];
}
