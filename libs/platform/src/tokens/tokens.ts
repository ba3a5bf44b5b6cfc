import { jwtVerify, SignJWT, errors as joseErrors } from 'jose';
import { z } from 'zod';
import { keyFor } from './keys.ts';

/** `invitationId`: the link it was made from; when that is revoked the session ends. */
const Session = z.object({ salonId: z.uuid(), participantId: z.uuid(), invitationId: z.uuid() });
const Invitation = z.object({ invitationId: z.uuid(), salonId: z.uuid() });
const MediaPass = z.object({ roomId: z.uuid(), participantId: z.uuid() });
const StreamPass = z.object({ roomId: z.uuid(), participantId: z.uuid() });
/** What the house shows itself: a room that its recogniser hears. */
const HearingPass = z.object({ roomId: z.uuid() });
const FileLink = z.object({ fileId: z.string().min(1).max(300) });
/** What an encoder shows; `ingestId`: the key that it was made with, which can be taken back. */
const IngestToken = z.object({ roomId: z.uuid(), participantId: z.uuid(), ingestId: z.uuid() });

export type SessionClaims = z.infer<typeof Session>;
export type InvitationClaims = z.infer<typeof Invitation>;
export type MediaPassClaims = z.infer<typeof MediaPass>;
export type StreamPassClaims = z.infer<typeof StreamPass>;
export type FileLinkClaims = z.infer<typeof FileLink>;
export type IngestClaims = z.infer<typeof IngestToken>;

const mediaPassMs = 600_000;
const streamPassMs = 600_000;
const hearingPassMs = 60_000;
const fileLinkMs = 300_000;
/** Clocks of two machines may differ by this much. */
const skewSeconds = 30;
const issuer = 'yaji';
const algorithm = 'HS256';

type Kind<C> = { sign(claims: C, expiresAt: number): Promise<string>; verify(token: string): Promise<C | null> };

/** A kind of token: its own key, `typ` and audience. Whatever is wrong with one, `verify` answers null. */
function kind<C extends Record<string, unknown>>(secret: string, name: string, claims: z.ZodType<C>): Kind<C> {
  const key = keyFor(secret, name);
  const typ = `yaji-${name}+jwt`;
  return {
    sign: (said, expiresAt) =>
      new SignJWT(said).setProtectedHeader({ alg: algorithm, typ }).setIssuer(issuer).setAudience(name).setIssuedAt()
        .setExpirationTime(Math.floor(expiresAt / 1000)).sign(key),
    verify: async (token) => {
      try {
        const { payload } = await jwtVerify(token, key, { algorithms: [algorithm], typ, issuer, audience: name, clockTolerance: skewSeconds, requiredClaims: ['exp'] });
        return claims.safeParse(payload).data ?? null;
      } catch (cause) {
        if (cause instanceof joseErrors.JOSEError || cause instanceof TypeError) return null;
        throw cause;
      }
    },
  };
}

/** Everything that is signed here. Times in UTC milliseconds; `verify…` answers null for a token that is not ours, not of this kind, or over. */
export type Tokens = {
  signSession(claims: SessionClaims, expiresAt: number): Promise<string>;
  verifySession(token: string): Promise<SessionClaims | null>;
  signInvitation(claims: InvitationClaims, expiresAt: number): Promise<string>;
  verifyInvitation(token: string): Promise<InvitationClaims | null>;
  /** Good for ten minutes. */
  signMediaPass(claims: MediaPassClaims): Promise<string>;
  verifyMediaPass(token: string): Promise<MediaPassClaims | null>;
  /** Good for ten minutes; a page that goes on watching asks for another. */
  signStreamPass(claims: StreamPassClaims): Promise<string>;
  verifyStreamPass(token: string): Promise<StreamPassClaims | null>;
  /** Good for one minute. */
  signHearingPass(claims: z.infer<typeof HearingPass>): Promise<string>;
  verifyHearingPass(token: string): Promise<z.infer<typeof HearingPass> | null>;
  /** Good for five minutes. */
  signFileLink(claims: FileLinkClaims): Promise<string>;
  verifyFileLink(token: string): Promise<FileLinkClaims | null>;
  signIngest(claims: IngestClaims, expiresAt: number): Promise<string>;
  verifyIngest(token: string): Promise<IngestClaims | null>;
};

export function createTokens(secret: string): Tokens {
  const session = kind(secret, 'session', Session);
  const invitation = kind(secret, 'invitation', Invitation);
  const mediaPass = kind(secret, 'media', MediaPass);
  const streamPass = kind(secret, 'stream', StreamPass);
  const hearingPass = kind(secret, 'hearing', HearingPass);
  const fileLink = kind(secret, 'file', FileLink);
  const ingest = kind(secret, 'ingest', IngestToken);
  return {
    signSession: session.sign,
    verifySession: session.verify,
    signInvitation: invitation.sign,
    verifyInvitation: invitation.verify,
    signMediaPass: (claims) => mediaPass.sign(claims, Date.now() + mediaPassMs),
    verifyMediaPass: mediaPass.verify,
    signStreamPass: (claims) => streamPass.sign(claims, Date.now() + streamPassMs),
    verifyStreamPass: streamPass.verify,
    signHearingPass: (claims) => hearingPass.sign(claims, Date.now() + hearingPassMs),
    verifyHearingPass: hearingPass.verify,
    signFileLink: (claims) => fileLink.sign(claims, Date.now() + fileLinkMs),
    verifyFileLink: fileLink.verify,
    signIngest: ingest.sign,
    verifyIngest: ingest.verify,
  };
}
