import { Body, Controller, Get, Header, HttpCode, Param, Put, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Language, RoomId, type Transcript } from '@yaji/contracts';
import { CalledBy, type Caller } from '../../planning/session/caller.ts';
import { SessionGuard } from '../../planning/session/session.guard.ts';
import { TranscriptService } from './transcript.service.ts';

@ApiTags('rooms')
@ApiBearerAuth('session')
@UseGuards(SessionGuard)
@Controller('api/rooms/:room/transcript')
export class TranscriptController {
  constructor(private readonly transcript: TranscriptService) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'What was said, line by line, with who had the floor' })
  read(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId): Promise<Transcript> {
    return this.transcript.read(caller, roomId);
  }

  @Put(':language')
  @HttpCode(204)
  @ApiConsumes('text/vtt')
  @ApiBody({ schema: { type: 'string' } })
  @ApiOperation({ summary: 'Captions in one language (WebVTT, at most 1 MiB) in the place of those before; times of the published recording, else since the room opened. Moderators' })
  bringIn(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Param('language', { schema: Language }) language: Language, @Body() file: unknown): Promise<void> {
    return this.transcript.bringIn(caller, roomId, { language, file });
  }
}
