import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Refused } from '../../errors.ts';
import { type AskedBy, bearerOf } from './caller.ts';
import { SessionService } from './session.service.ts';

/** Lets in who shows a session that holds. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly sessions: SessionService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AskedBy>();
    const session = await this.sessions.read(bearerOf(request));
    if (!session) throw new Refused('door/unauthorised');
    const { participant: { participantId, salonId, role }, invitationId } = session;
    request.caller = { participantId, salonId, role, invitationId };
    return true;
  }
}
