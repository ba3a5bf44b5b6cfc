import { err, ok, type Result } from '@yaji/kit';
import type { types } from 'mediasoup';
import { extractDtlsParameters } from 'mediasoup-client/handlers/sdp/commonUtils';
import { parse, type MediaDescription, type SessionDescription } from 'sdp-transform';

/** One `m=` section as it was offered; `takenFor`: what of the person it brings, null: it is declined in the answer. */
export type Section = { readonly media: MediaDescription; readonly takenFor: 'microphone' | 'camera' | null };
/** What an encoder offers (RFC 9725): to send, over one transport. */
export type Offer = { readonly sections: readonly Section[]; readonly dtlsParameters: types.DtlsParameters; readonly isBundled: boolean };

const mostSections = 16;
const sources = { audio: 'microphone', video: 'camera' } as const;
const isMedia = (type: string): type is keyof typeof sources => Object.hasOwn(sources, type);
const dtlsProtocols: ReadonlySet<string> = new Set(['UDP/TLS/RTP/SAVPF', 'UDP/TLS/RTP/SAVP', 'TCP/DTLS/RTP/SAVPF', 'RTP/SAVPF']);

/** Reads an offer; what is wrong with it comes back as a sentence for whoever set up the encoder. */
export function readOffer(text: string): Result<Offer, string> {
  const session = parsed(text);
  if (!session) return err('This is no SDP offer: it must begin with v=0 and have m= lines.');
  const { media } = session;
  if (media.length === 0) return err('The offer has no m= line: it offers neither sound nor picture.');
  if (media.length > mostSections) return err(`The offer has more than ${mostSections} m= lines.`);
  const dtls = dtlsOf(session);
  if (!dtls) return err('The offer lacks a=fingerprint or a=setup (actpass, active or passive): media is taken over DTLS-SRTP only.');
  const sections = taken(media);
  const used = sections.filter(({ takenFor }) => takenFor !== null);
  if (used.length === 0) return err('The offer sends neither sound nor picture: one m=audio or m=video must be a=sendonly or a=sendrecv.');
  const isBundled = bundles(session, used);
  if (used.length > 1 && !isBundled) return err('The offer must bundle its media on one transport: a=group:BUNDLE with the a=mid of each m= line.');
  return ok({ sections, dtlsParameters: dtls, isBundled });
}

function parsed(text: string): SessionDescription | null {
  if (!text.trimStart().startsWith('v=0')) return null;
  const session = parse(text);
  return Array.isArray(session.media) ? session : null;
}

function dtlsOf(session: SessionDescription): types.DtlsParameters | null {
  try {
    const { role, fingerprints } = extractDtlsParameters({ sdpObject: session });
    // Who leaves it to us is the client: an ICE lite server is reached sooner when it waits.
    if (role === undefined) return null;
    return { role: role === 'server' ? 'server' : 'client', fingerprints: fingerprints as types.DtlsFingerprint[] };
  } catch (cause) {
    // The one thing that it throws: neither the session nor a section has what is needed.
    if (cause instanceof Error) return null;
    throw cause;
  }
}

/** The first sound and the first picture are a person's microphone and camera; a person has no second. */
function taken(media: readonly MediaDescription[]): Section[] {
  const free = new Set<string>(Object.values(sources));
  return media.map((one) => {
    const takenFor = isMedia(one.type) && sends(one) ? sources[one.type] : null;
    return { media: one, takenFor: takenFor !== null && free.delete(takenFor) ? takenFor : null };
  });
}

/** Port 0 declines a section (RFC 3264), but for one that only waits for its bundle (RFC 9143). */
const sends = ({ port, bundleOnly, direction, protocol }: MediaDescription): boolean =>
  (port !== 0 || bundleOnly !== undefined) && (direction === 'sendonly' || direction === 'sendrecv' || direction === undefined) && dtlsProtocols.has(protocol);

function bundles({ groups }: SessionDescription, used: readonly Section[]): boolean {
  const mids = used.map(({ media }) => midOf(media));
  const bundled = (groups ?? []).filter(({ type }) => type === 'BUNDLE').map((group) => new Set(String(group.mids).split(' ')));
  return mids.every((mid) => mid !== undefined) && bundled.some((group) => mids.every((mid) => group.has(String(mid))));
}

/** The parser turns a mid of digits into a number. */
export const midOf = ({ mid }: MediaDescription): string | undefined => (mid === undefined ? undefined : String(mid));
