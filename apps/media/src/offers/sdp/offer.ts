import { err, ok, type Result } from '@yaji/kit';
import type { types } from 'mediasoup';
import { extractDtlsParameters } from 'mediasoup-client/handlers/sdp/commonUtils';
import { parse, type MediaDescription, type SessionDescription } from 'sdp-transform';

/** One `m=` section as it was offered; `takenFor`: the sound or the picture that goes through it, null: it is declined in the answer. */
export type Section = { readonly media: MediaDescription; readonly takenFor: 'microphone' | 'camera' | null };
/** What an encoder offers to send (RFC 9725), or a player to receive, over one transport. */
export type Offer = { readonly sections: readonly Section[]; readonly dtlsParameters: types.DtlsParameters; readonly isBundled: boolean };

/** What the other side wants to do. */
type Does = 'send' | 'receive';
const directions: Readonly<Record<Does, readonly string[]>> = { send: ['sendonly', 'sendrecv'], receive: ['recvonly', 'sendrecv'] };

const mostSections = 16;
const sources = { audio: 'microphone', video: 'camera' } as const;
const isMedia = (type: string): type is keyof typeof sources => Object.hasOwn(sources, type);
const dtlsProtocols: ReadonlySet<string> = new Set(['UDP/TLS/RTP/SAVPF', 'UDP/TLS/RTP/SAVP', 'TCP/DTLS/RTP/SAVPF', 'RTP/SAVPF']);

/** Reads an offer; what is wrong with it comes back as a sentence for whoever set up the encoder. */
export function readOffer(text: string, does: Does = 'send'): Result<Offer, string> {
  const session = parsed(text);
  if (!session) return err('This is no SDP offer: it must begin with v=0 and have m= lines.');
  const { media } = session;
  if (media.length === 0) return err('The offer has no m= line: it offers neither sound nor picture.');
  if (media.length > mostSections) return err(`The offer has more than ${mostSections} m= lines.`);
  const dtls = dtlsOf(session);
  if (!dtls) return err('The offer lacks a=fingerprint or a=setup (actpass, active or passive): media is taken over DTLS-SRTP only.');
  const sections = taken(media, does);
  const used = sections.filter(({ takenFor }) => takenFor !== null);
  if (used.length === 0) return err(`The offer does not ${does} sound or picture: one m=audio or m=video must be a=${directions[does].join(' or a=')}.`);
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
    return { role: role === 'server' ? 'server' : 'client', fingerprints };
  } catch (cause) {
    // The one thing that it throws: neither the session nor a section has what is needed.
    if (cause instanceof Error) return null;
    throw cause;
  }
}

/** The first sound and the first picture are a person's microphone and camera; a person has no second. */
function taken(media: readonly MediaDescription[], does: Does): Section[] {
  const free = new Set<string>(Object.values(sources));
  return media.map((one) => {
    const takenFor = isMedia(one.type) && goes(one, does) ? sources[one.type] : null;
    return { media: one, takenFor: takenFor !== null && free.delete(takenFor) ? takenFor : null };
  });
}

/** Port 0 declines a section (RFC 3264), but for one that only waits for its bundle (RFC 9143). */
const goes = ({ port, bundleOnly, direction = 'sendrecv', protocol }: MediaDescription, does: Does): boolean =>
  (port !== 0 || bundleOnly !== undefined) && directions[does].includes(direction) && dtlsProtocols.has(protocol);

function bundles({ groups }: SessionDescription, used: readonly Section[]): boolean {
  const mids = used.map(({ media }) => midOf(media));
  const bundled = (groups ?? []).filter(({ type }) => type === 'BUNDLE').map((group) => new Set(asWritten(group.mids).split(' ')));
  return bundled.some((group) => mids.every((mid) => mid !== undefined && group.has(mid)));
}

/** The parser turns whatever is written in digits into a number, whatever its types say. */
export const asWritten = (value: string | number): string => String(value);
export const midOf = ({ mid }: MediaDescription): string | undefined => (mid === undefined ? undefined : asWritten(mid));
