import type { ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '@yaji/salon';
import type { Me } from './live-store.ts';
import type { Pending } from './pending.ts';

/** What every panel is a function of. `now`: the server's clock, UTC milliseconds. */
export type RoomView = { room: DeepReadonly<Room>; me: Me; now: number; pending: Pending };

export const isMe = ({ me }: RoomView, participantId: ParticipantId | null | undefined): boolean => participantId === me.participantId;
