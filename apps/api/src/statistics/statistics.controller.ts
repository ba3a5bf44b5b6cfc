import { Controller, Get, Header, Param, Query, StreamableFile, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RoomId, type RoomStatistics, StatisticsTableName, WrittenQuery } from '@yaji/contracts';
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

  @Get('tables/:table')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'One of these tables as a CSV file, for those who may read it' })
  async table(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Param('table', { schema: StatisticsTableName }) table: StatisticsTableName, @Query({ schema: WrittenQuery }) { language }: WrittenQuery): Promise<StreamableFile> {
    const csv = await this.statistics.csv(caller, roomId, { table, language });
    return new StreamableFile(Buffer.from(csv), { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${table}-${language.toLowerCase()}.csv"` });
  }
}
