import type { Problem } from '@yaji/contracts';

/** Every way in which an encoder or a player can be refused: status and what its operator reads. What is wrong with an offer comes with it. */
export const problems = {
  'egress/unauthorised': { status: 401, message: 'This pass opens nothing here: it is not ours, is for another room, or is over. Ask for a new one on /live.' },
  'egress/not-a-listener': { status: 403, message: 'This person does not listen in this room now: the room is not open, or they are not in it, or sit in the hall.' },
  'ingest/malformed': { status: 400, message: 'The offer cannot be read.' },
  'ingest/unauthorised': { status: 401, message: 'This key opens nothing here: it is not ours, is for another room, is over, or was taken back. Make a new one at the moderator’s desk.' },
  'ingest/not-admitted': { status: 403, message: 'This person is not in the room, or the room is not open. Have them admitted and start the encoder again.' },
  'ingest/in-the-hall': { status: 403, message: 'This person is checked in in the hall, where only the hall’s own microphones send. Make a key for somebody else, or for a main camera.' },
  'ingest/may-not-send': { status: 403, message: 'This person may not send now. Bring this person on the stage first, or give them the floor; then start the encoder again.' },
  'ingest/unknown': { status: 404, message: 'There is no such session of this key.' },
  'ingest/method': { status: 405, message: 'This address takes POST with an SDP offer; a session takes PATCH and DELETE.' },
  'ingest/etag': { status: 412, message: 'The session has another entity tag: its ICE parameters are not those that If-Match names.' },
  'ingest/too-large': { status: 413, message: 'An offer has at most 64 KiB.' },
  'ingest/media-type': { status: 415, message: 'An offer is sent as application/sdp, a candidate as application/trickle-ice-sdpfrag.' },
  'ingest/unusable': { status: 422, message: 'The offer cannot be taken.' },
  'ingest/no-restart': { status: 422, message: 'ICE is not restarted here: end the session and POST a new offer.' },
  'ingest/etag-needed': { status: 428, message: 'A PATCH names the session’s entity tag in If-Match.' },
  'ingest/too-fast': { status: 429, message: 'Too many offers from this address. Try again in a minute.' },
  'ingest/busy': { status: 503, message: 'This media node has no room, is going away, or cannot read the room’s log. Try again in a few seconds.' },
} as const satisfies Record<string, { status: number; message: string }>;
export type OfferProblem = keyof typeof problems;

/** A refusal on its way to the encoder. `because`: what is wrong with what it sent. */
export type Refused = { readonly code: OfferProblem; readonly because?: string };

export const problemOf = ({ code, because }: Refused): Problem => ({ code, message: because ?? problems[code].message });
