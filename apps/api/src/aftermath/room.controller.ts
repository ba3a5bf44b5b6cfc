import { Body, Controller, Get, Header, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Aftermath, RecordingOrder, RoomId, type Told } from '@yaji/contracts';
import { CalledBy, type Caller } from '../planning/session/caller.ts';
import { SessionGuard } from '../planning/session/session.guard.ts';
import { AftermathService } from './aftermath.service.ts';
import { RecordingOrders } from './recording-orders.ts';

@ApiTags('rooms')
@ApiBearerAuth('session')
@UseGuards(SessionGuard)
@Controller('api/rooms/:room')
export class RoomController {
  constructor(private readonly aftermath: AftermathService, private readonly orders: RecordingOrders) {}

  @Get('log')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Every event of the room, as the caller may read it' })
  async log(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId): Promise<{ events: Told[] }> {
    return { events: await this.aftermath.log(caller, roomId) };
  }

  @Post('recording')
  @HttpCode(202)
  @ApiOperation({ summary: 'Makes the recording anew in another way: layout, language, without somebody (moderators)' })
  async order(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Body({ schema: RecordingOrder }) order: RecordingOrder): Promise<void> {
    await this.orders.order(caller, roomId, order);
  }

  @Get('aftermath')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'What there is after the talk: recording, minutes, and the work still under way' })
  read(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId): Promise<Aftermath> {
    return this.aftermath.read(caller, roomId);
  }
}
