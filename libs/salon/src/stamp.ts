import type { CommandId, ParticipantId, Role } from '@yaji/contracts';

/** Who says a command, when and under which id. `by` null: the servers themselves. `at`: UTC milliseconds. */
export type Stamp = { by: ParticipantId | null; at: number; commandId: CommandId };

/** The stamp of somebody in the room, with the role that the room's own log gives. */
export type MemberStamp = { by: ParticipantId; at: number; commandId: CommandId; role: Role };
