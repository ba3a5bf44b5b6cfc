import type { RoomId } from '@yaji/contracts';

/** The store did not answer: whether the command was written is not known. A resend of the same commandId will tell. */
export class StoreFailed extends Error {
  override readonly name = 'StoreFailed';

  constructor(roomId: RoomId, cause: unknown) {
    super(`the log of room ${roomId} could not be read or written: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** The engine is shutting down and takes no more. */
export class EngineClosed extends Error {
  override readonly name = 'EngineClosed';

  constructor() {
    super('the engine is closed');
  }
}

export const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));
