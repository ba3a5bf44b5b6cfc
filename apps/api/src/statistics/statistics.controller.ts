import { Controller, Get, Header, Param, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RoomId, type RoomStatistics, WrittenQuery } from '@yaji/contracts';
import { CalledBy, type Caller } from '../planning/session/caller.ts';
import { SessionGuard } from '../planning/session/session.guard.ts';
import { StatisticsService } from './statistics.service.ts';

@ApiTags('rooms')
@ApiBearerAuth('session')
@UseGuards(SessionGuard)
@Controller('api/rooms/:room/statistics')
export class StatisticsController {
  constructor(private readonly statistics: StatisticsService) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'What can be counted of a room: figures and tables (of an open room: moderators)' })
  read(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Query({ schema: WrittenQuery }) { language }: WrittenQuery): Promise<RoomStatistics> {
    return this.statistics.read(caller, roomId, language);
  }
}
