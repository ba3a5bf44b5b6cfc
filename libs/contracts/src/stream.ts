import { z } from 'zod';
import { PushId } from './ids.ts';
import { command, event } from './shape.ts';
import { text } from './text.ts';

/** What everybody in the room is told of where else it is shown: a name, never an address. */
export const PushLabel = text(60).refine((label) => !label.includes('://'), { error: 'is an address, not a name' });

/**
 * Why a push does not arrive. `address-unknown`: it was removed; `address-unreadable`: it was kept under another secret; `host-unknown`, `host-forbidden`: the name
 * has no address, or one inside this network; `refused`, `unreachable`, `certificate`: of the connection; `rejected`: the server closed it before
 * it took anything, as for a wrong key; `no-answer`: it took nothing in time; `broke-off`: after it had; `too-slow`: it takes less than is sent; `encoder`: this side failed.
 */
export const PushFault = z.enum([
  'address-unknown', 'address-unreadable', 'host-unknown', 'host-forbidden', 'refused', 'unreachable', 'certificate', 'rejected', 'no-answer', 'broke-off', 'too-slow', 'encoder',
]);
export type PushFault = z.infer<typeof PushFault>;

export const streamCommands = {
  'stream.startPush': command('stream.startPush', { pushId: PushId, label: PushLabel }),
  'stream.stopPush': command('stream.stopPush', { pushId: PushId }),
};

/** The media node gives a push up. */
export const streamServerCommands = { 'stream.endPush': command('stream.endPush', { pushId: PushId, why: PushFault }) };

export const streamEvents = {
  PushStarted: event('PushStarted', { pushId: PushId, label: PushLabel }),
  /** `why`: given up for that; null: by hand, or with the room. */
  PushStopped: event('PushStopped', { pushId: PushId, why: PushFault.nullable() }),
};

/** How a push that runs gets on. `againInMs`: milliseconds until it is tried again; null while it is being tried. */
export const PushState = z.strictObject({
  pushId: PushId, state: z.enum(['connecting', 'live', 'trouble']), why: PushFault.nullable(), againInMs: z.int().min(0).nullable(),
});
export type PushState = z.infer<typeof PushState>;

/**
 * `POST /api/rooms/:room/pushes` (session; moderators): an address to push to. `url`: `rtmp://` or `rtmps://`, with the stream key at its end unless `key` has it.
 */
export const PushBody = z.strictObject({ label: PushLabel, url: z.string().min(1).max(500), key: z.string().min(1).max(300).nullable().default(null) });
export type PushBody = z.infer<typeof PushBody>;

/** `GET /api/rooms/:room/pushes`: the addresses kept for the room; `DELETE …/pushes/:id` removes one, and stops its push. */
export type PushList = { pushes: PushSeen[] };
/** `key`: its last characters only. `host` and `key` null: kept under another secret, and of no use. `madeAt`: UTC milliseconds. */
export type PushSeen = { pushId: PushId; label: string; host: string | null; key: string | null; madeAt: number };
