import type { Command, CommandId, CommandOf, CommandType } from '@yaji/contracts';

/** A command that was said and whose events have not been read yet. `seq`: their number, once the server has answered. */
export type PendingCommand = Command & { commandId: CommandId; saidAt: number; seq: number | null };
export type Pending = readonly PendingCommand[];

/** What waits for an answer longer than this is given up; the person is told. */
export const givenUpMs = 60_000;

/** The command of this type that is on its way, if any: buttons show it. */
export function pendingOf<T extends CommandType>(pending: Pending, type: T, fits: (data: CommandOf<T>['data']) => boolean = () => true): boolean {
  return pending.some((one) => one.type === type && fits(one.data as CommandOf<T>['data']));
}

export const answered = (pending: Pending, commandId: CommandId, seq: number): Pending =>
  pending.map((one) => (one.commandId === commandId ? { ...one, seq } : one));

export const without = (pending: Pending, commandId: CommandId): Pending => pending.filter((one) => one.commandId !== commandId);

/** Those whose events the room already shows are no longer pending. */
export const unseen = (pending: Pending, seq: number): Pending => pending.filter((one) => one.seq === null || one.seq > seq);
