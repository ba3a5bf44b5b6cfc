import { Body, Controller, Delete, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InvitationBody, SalonId, type Invitation } from '@yaji/contracts';
import { z } from 'zod';
import { Refused } from '../errors.ts';
import { InvitationService } from './invitation.service.ts';
import { type Caller, CalledBy } from './session/caller.ts';
import { SessionGuard } from './session/session.guard.ts';

/** Another salon than the caller's own is as good as none. */
const ownSalon = (caller: Caller, salonId: SalonId): Caller => {
  if (caller.salonId !== salonId) throw new Refused('door/not-found');
  return caller;
};

@ApiTags('invitations')
@ApiBearerAuth('session')
@UseGuards(SessionGuard)
@Controller('api/salons/:salon/invitations')
export class InvitationController {
  constructor(private readonly invitations: InvitationService) {}

  @Get()
  @ApiOperation({ summary: 'All links of the salon (moderators)' })
  list(@CalledBy() caller: Caller, @Param('salon', { schema: SalonId }) salonId: SalonId): Promise<Invitation[]> {
    return this.invitations.list(ownSalon(caller, salonId));
  }

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'A new link, for a role or for one person of the programme (moderators)' })
  create(
    @CalledBy() caller: Caller,
    @Param('salon', { schema: SalonId }) salonId: SalonId,
    @Body({ schema: InvitationBody }) body: InvitationBody,
  ): Promise<Invitation> {
    return this.invitations.create(ownSalon(caller, salonId), body);
  }

  @Delete(':invitation')
  @HttpCode(204)
  @ApiOperation({ summary: 'Takes a link back; who came by it is shown out (moderators)' })
  revoke(
    @CalledBy() caller: Caller,
    @Param('salon', { schema: SalonId }) salonId: SalonId,
    @Param('invitation', { schema: z.uuid() }) invitationId: string,
  ): Promise<void> {
    return this.invitations.revoke(ownSalon(caller, salonId), invitationId);
  }
}
