import { Module } from '@nestjs/common';
import { InvitationController } from './invitation.controller.ts';
import { InvitationService } from './invitation.service.ts';
import { JoinController } from './join.controller.ts';
import { JoinService } from './join.service.ts';
import { ModerationService } from './moderation.service.ts';
import { SalonController } from './salon.controller.ts';
import { SalonService } from './salon.service.ts';
import { SessionService } from './session/session.service.ts';

/** Salons, links and sessions: plain rows, no live rule. */
@Module({
  controllers: [SalonController, InvitationController, JoinController],
  providers: [SalonService, InvitationService, JoinService, ModerationService, SessionService],
  exports: [ModerationService, SessionService],
})
export class PlanningModule {}
