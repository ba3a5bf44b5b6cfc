import { err, ok, type Result } from '@yaji/kit';
import type { types } from 'mediasoup';
import { extractRtpCapabilities, getCname } from 'mediasoup-client/handlers/sdp/commonUtils';
import { getRtpEncodings } from 'mediasoup-client/handlers/sdp/unifiedPlanUtils';
import {
  getExtendedRtpCapabilities, getSendingRemoteRtpParameters, getSendingRtpParameters, reduceCodecs, validateAndNormalizeRtpCapabilities,
} from 'mediasoup-client/ortc';
import type { types as client } from 'mediasoup-client';
import { type MediaDescription, parseSimulcastStreamList } from 'sdp-transform';
import { asWritten, midOf } from './offer.ts';

/** What both sides agree on for one section: what mediasoup is told that comes, and what the answer says (same payload types). */
export type Agreement = {
  readonly rtpParameters: types.RtpParameters; readonly answered: types.RtpParameters;
  /** Simulcast layers that are taken, by their `rid`; empty: no simulcast of this kind. */
  readonly rids: readonly string[];
};

/** As for other clients (docs/protocol-media.md). */
const mostLayers = 3;
const midUri = 'urn:ietf:params:rtp-hdrext:sdes:mid';
const ridUri = 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id';

/** Finds the codec that the room prefers of those offered. Refuses with a sentence. Throws a TypeError where the offer's values make no sense. */
export function agree(media: MediaDescription, room: types.RouterRtpCapabilities): Result<Agreement, string> {
  const kind = media.type === 'audio' ? 'audio' : 'video';
  const offered = extractRtpCapabilities({ sdpObject: { media: [media] } as Parameters<typeof extractRtpCapabilities>[0]['sdpObject'] });
  validateAndNormalizeRtpCapabilities(offered);
  const router = structuredClone(room) as client.RtpCapabilities;
  nameProfile(offered, router);
  const common = getExtendedRtpCapabilities(offered, router, false);
  const sending = getSendingRtpParameters(kind, common);
  if (sending.codecs.length === 0) return err(`None of the offered ${kind} codecs is taken here: ${kind === 'audio' ? 'send Opus' : 'send H.264 (packetization-mode=1, without B-frames) or VP8'}.`);
  const codecs = reduceCodecs(sending.codecs);
  const answered = getSendingRemoteRtpParameters(kind, common);
  const has = (uri: string): boolean => (sending.headerExtensions ?? []).some((extension) => extension.uri === uri);
  const mid = midOf(media);
  const rids = has(ridUri) && has(midUri) && mid !== undefined ? ridsOf(media) : [];
  const encodings = encodingsOf(media, { codecs, rids, byMid: has(midUri) && mid !== undefined });
  if (!encodings) return err(`Nothing in the offer tells which packets are the ${kind}: it needs a=ssrc lines, or a=mid with the extension ${midUri}.`);
  const shared = { ...(mid === undefined ? {} : { mid }), encodings, rtcp: { cname: asWritten(getCname({ offerMediaObject: media })), reducedSize: true } };
  const asParameters = (parameters: client.RtpParameters): types.RtpParameters => ({ ...parameters, ...shared });
  return ok({ rtpParameters: asParameters({ ...sending, codecs }), answered: asParameters({ ...answered, codecs: reduceCodecs(answered.codecs) }), rids });
}

type Packets = { codecs: client.RtpCodecParameters[]; rids: readonly string[]; byMid: boolean };

/** How the packets of each layer are told apart; null: they cannot be. */
function encodingsOf(media: MediaDescription, { codecs, rids, byMid }: Packets): client.RtpEncodingParameters[] | null {
  if (rids.length > 0) return rids.map((rid) => ({ rid }));
  if ((media.ssrcs ?? []).length === 0) return byMid ? [{}] : null;
  const encodings = getRtpEncodings({ offerMediaObject: media, codecs });
  const isSimulcast = (media.ssrcGroups ?? []).some(({ semantics }) => semantics === 'SIM');
  return encodings.slice(0, isSimulcast ? mostLayers : 1);
}

function ridsOf({ simulcast }: MediaDescription): string[] {
  if (!simulcast) return [];
  const list = simulcast.dir1 === 'send' ? simulcast.list1 : simulcast.list2;
  if (list === undefined) return [];
  return parseSimulcastStreamList(asWritten(list)).flatMap(([first]) => (first ? [asWritten(first.scid)] : [])).slice(0, mostLayers);
}

/** Baseline, main and high. */
const decodedProfiles = /^(42|4d|64)[0-9a-f]{4}$/i;

/**
 * Encoders name the profile that they happen to make, and go on making it whatever is answered. Every browser decodes these three when there
 * are no B-frames, so another profile than the room's passes for the room's where none is the same.
 */
function nameProfile(offered: client.RtpCapabilities, room: client.RtpCapabilities): void {
  const h264 = ({ mimeType }: client.RtpCodecCapability): boolean => mimeType.toLowerCase() === 'video/h264';
  const ours = room.codecs?.find(h264)?.parameters;
  const theirs = (offered.codecs ?? []).filter((codec) => h264(codec) && Number(codec.parameters?.['packetization-mode'] ?? 0) === 1);
  const profile = ({ parameters }: client.RtpCodecCapability): string => {
    const written: unknown = parameters?.['profile-level-id'];
    return typeof written === 'string' ? written.toLowerCase() : '42e01f';
  };
  if (!ours || theirs.some((codec) => profile(codec).startsWith('42e0'))) return;
  const first = theirs.find((codec) => decodedProfiles.test(profile(codec)));
  if (first?.parameters) first.parameters['profile-level-id'] = ours['profile-level-id'];
}
