import { Body, Controller, Get, Header, HttpCode, Param, Post, Req, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { JoinBody, type InvitationSeen, type Joined, type Me, RoomId, type SeatLink } from '@yaji/contracts';
import { ParticipantEntity } from '@yaji/persistence';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { InvitationService } from './invitation.service.ts';
import { JoinService } from './join.service.ts';
import { bearerOf, CalledBy, type Caller } from './session/caller.ts';
import { RateGuard } from './session/rate.guard.ts';
import { SessionGuard } from './session/session.guard.ts';

@ApiTags('joining')
@Controller('api')
export class JoinController {
  constructor(private readonly joining: JoinService, private readonly invitations: InvitationService, private readonly database: DataSource) {}

  @Get('invitation')
  @UseGuards(RateGuard)
  @ApiBearerAuth('invitation')
  @ApiOperation({ summary: 'Whom a link is for; the invitation is the bearer token' })
  see(@Req() request: Request): Promise<InvitationSeen> {
    return this.joining.see(bearerOf(request));
  }

  @Post('join')
  @HttpCode(200)
  @UseGuards(RateGuard)
  @ApiBearerAuth('session')
  @ApiOperation({ summary: 'An invitation against a session; with the session that this link gave before, the guest stays who he was' })
  join(@Body({ schema: JoinBody }) body: JoinBody, @Req() request: Request): Promise<Joined> {
    return this.joining.join(body, bearerOf(request));
  }

  @Get('rooms/:room/seat')
  @UseGuards(SessionGuard)
  @Header('cache-control', 'no-store')
  @ApiBearerAuth('session')
  @ApiOperation({ summary: 'The link to a seat in the hall, as its display shows it (displays, ushers, moderators)' })
  seat(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId): Promise<SeatLink> {
    return this.invitations.seatLink(caller, roomId);
  }

  @Get('me')
  @UseGuards(SessionGuard)
  @ApiBearerAuth('session')
  @ApiOperation({ summary: 'Who the session is' })
  async me(@CalledBy() { participantId }: Caller): Promise<Me> {
    const { salonId, role, name, organisation } = await this.database.getRepository(ParticipantEntity).findOneByOrFail({ participantId });
    return { participantId, salonId, role, name, organisation };
  }
}
