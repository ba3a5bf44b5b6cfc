import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PushBody, PushId, type PushList, type PushSeen, RoomId } from '@yaji/contracts';
import { type Caller, CalledBy } from '../planning/session/caller.ts';
import { SessionGuard } from '../planning/session/session.guard.ts';
import { PushService } from './push.service.ts';

@ApiTags('rooms')
@ApiBearerAuth('session')
@UseGuards(SessionGuard)
@Controller('api/rooms/:room/pushes')
export class PushController {
  constructor(private readonly pushes: PushService) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The addresses that the room can be pushed to, without their keys (moderators)' })
  list(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId): Promise<PushList> {
    return this.pushes.list(caller, roomId);
  }

  @Post()
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Keeps an address to push to by RTMP; its key is never told again (moderators). Command `stream.startPush` starts it' })
  keep(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Body({ schema: PushBody }) body: PushBody): Promise<PushSeen> {
    return this.pushes.keep(caller, roomId, body);
  }

  @Delete(':push')
  @HttpCode(204)
  @ApiOperation({ summary: 'Forgets an address, and stops its push (moderators)' })
  remove(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Param('push', { schema: PushId }) pushId: PushId): Promise<void> {
    return this.pushes.remove(caller, roomId, pushId);
  }
}
