import type { Refusal, RefusalCode, RoomEvent } from '@yaji/contracts';
import { err, ok, type Result } from '@yaji/kit';

/** What a command comes to: the events it makes (none: it was already so), or why it is refused. */
export type Verdict = Result<readonly RoomEvent[], Refusal>;

export const accept = (...events: RoomEvent[]): Verdict => ok(events);

export const refuse = (code: RefusalCode, details?: Record<string, string | number>): Verdict => err(details ? { code, details } : { code });
