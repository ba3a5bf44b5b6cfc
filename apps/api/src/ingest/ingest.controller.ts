import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IngestBody, type IngestList, type IngestMade, RoomId } from '@yaji/contracts';
import { z } from 'zod';
import { type Caller, CalledBy } from '../planning/session/caller.ts';
import { SessionGuard } from '../planning/session/session.guard.ts';
import { IngestService } from './ingest.service.ts';

@ApiTags('rooms')
@ApiBearerAuth('session')
@UseGuards(SessionGuard)
@Controller('api/rooms/:room/ingest')
export class IngestController {
  constructor(private readonly ingest: IngestService) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The keys of encoders that stand (moderators; a speaker his own)' })
  list(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId): Promise<IngestList> {
    return this.ingest.list(caller, roomId);
  }

  @Post()
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'A key with which an encoder sends by WHIP for a person of the room; it is told once (moderators; a speaker for himself)' })
  make(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Body({ schema: IngestBody }) body: IngestBody): Promise<IngestMade> {
    return this.ingest.make(caller, roomId, body);
  }

  @Delete(':key')
  @HttpCode(204)
  @ApiOperation({ summary: 'Takes a key back; the encoder that sends with it is ended within seconds' })
  revoke(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Param('key', { schema: z.uuid() }) ingestId: string): Promise<void> {
    return this.ingest.revoke(caller, roomId, ingestId);
  }
}
