import { Controller, Get, Header, Param, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type BallotBoard, BallotId } from '@yaji/contracts';
import { RateGuard } from '../planning/session/rate.guard.ts';
import { VerificationService } from './verification.service.ts';

/** A browser that asks for a page at the same address gets one; see web/pages.ts. */
@ApiTags('ballots')
@Controller('verify')
export class VerificationController {
  constructor(private readonly verification: VerificationService) {}

  @Get(':ballot')
  @Header('cache-control', 'no-store')
  @UseGuards(RateGuard)
  @ApiOperation({ summary: 'The bulletin board of a secret ballot once it is counted, for anybody to add up' })
  read(@Param('ballot', { schema: BallotId }) ballotId: BallotId): Promise<BallotBoard> {
    return this.verification.board(ballotId);
  }
}
