import { Body, Controller, Get, Header, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type ExportOrdered, type Exports, ExportWish, RoomId } from '@yaji/contracts';
import { CalledBy, type Caller } from '../planning/session/caller.ts';
import { SessionGuard } from '../planning/session/session.guard.ts';
import { ExportOffers } from './export-offers.ts';
import { ExportOrders } from './export-orders.ts';

@ApiTags('rooms')
@ApiBearerAuth('session')
@UseGuards(SessionGuard)
@Controller('api/rooms/:room/exports')
export class ExportController {
  constructor(private readonly orders: ExportOrders, private readonly offers: ExportOffers) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Orders a file to take away: minutes, report, transcript; for moderators tables and everything as one ZIP' })
  order(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Body({ schema: ExportWish }) wish: ExportWish): Promise<ExportOrdered> {
    return this.orders.order(caller, roomId, wish);
  }

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The files that are there, each by a link that lasts five minutes, and what is ordered' })
  list(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId): Promise<Exports> {
    return this.offers.list(caller, roomId);
  }
}
