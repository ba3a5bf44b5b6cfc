import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ParticipantId, Role, SalonId } from '@yaji/contracts';
import type { Request } from 'express';

/** Who asks: a person in a salon, by a session whose link still stands. `role`: as planned; the live room may have given another. */
export type Caller = { participantId: ParticipantId; salonId: SalonId; invitationId: string; role: Role };

export type AskedBy = Request & { caller?: Caller };

/** What comes after `Bearer`; empty when there is none. */
export const bearerOf = (request: Pick<Request, 'headers'>): string => /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';

/** The caller that the session guard has found. */
export const CalledBy = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<AskedBy>();
  if (!caller) throw new Error('a door that names its caller needs the session guard');
  return caller;
});
