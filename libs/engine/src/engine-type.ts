import type { AnyCommand, CommandId, ParticipantId, Recorded, Refusal, RoomId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '@yaji/salon';

/** `seq`: number of the last event the command made, or of the head when it made none or was refused. */
export type Outcome = { ok: true; seq: number; records: readonly Recorded[] } | { ok: false; refusal: Refusal; seq: number };

/** The one loop of the live room: load, decide, append, wake. Serial per room in this process; safe beside other processes. */
export type Engine = {
  /** Decides and writes a command. A resend of the same commandId answers as the first time. Rejects only when a port fails. */
  handle(roomId: RoomId, command: AnyCommand, stamp: { by: ParticipantId | null; commandId: CommandId }): Promise<Outcome>;
  /** The room now. The state belongs to the engine: read it at once, do not keep it. */
  now(roomId: RoomId): Promise<{ seq: number; room: DeepReadonly<Room> }>;
  read(roomId: RoomId, after: number): Promise<Recorded[]>;
  /**
   * Tells every record of a room once and in order, whoever wrote it. `room` is the state after the last of `records`.
   * The room stays loaded until the returned function is called.
   */
  follow(roomId: RoomId, heard: (records: readonly Recorded[], room: DeepReadonly<Room>) => void): Promise<() => void>;
  /** Stops timers and listening; waits for commands under way. */
  close(): Promise<void>;
};
