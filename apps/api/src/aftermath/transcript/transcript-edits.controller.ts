import { Body, Controller, Get, Header, HttpCode, Param, Patch, Post, Put, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Glossary, LineEdit, type LineHistory, LineId, type Replaced, Replacement, RoomId, SalonId } from '@yaji/contracts';
import { schemaOf } from '../../openapi.ts';
import { CalledBy, type Caller } from '../../planning/session/caller.ts';
import { SessionGuard } from '../../planning/session/session.guard.ts';
import { TranscriptEdits } from './transcript-edits.service.ts';

@ApiTags('rooms')
@ApiBearerAuth('session')
@UseGuards(SessionGuard)
@Controller('api')
export class TranscriptEditsController {
  constructor(private readonly edits: TranscriptEdits) {}

  @Patch('rooms/:room/transcript/lines/:line')
  @HttpCode(204)
  @ApiBody({ schema: schemaOf(LineEdit) })
  @ApiOperation({ summary: 'Changes the text of a line, if it still reads as it was seen. Moderators' })
  edit(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Param('line', { schema: LineId }) lineId: LineId, @Body() edit: unknown): Promise<void> {
    return this.edits.edit(caller, roomId, { lineId, edit });
  }

  @Get('rooms/:room/transcript/lines/:line/history')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Who changed a line, when, from what to what. Moderators' })
  history(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Param('line', { schema: LineId }) lineId: LineId): Promise<LineHistory> {
    return this.edits.history(caller, roomId, lineId);
  }

  @Post('rooms/:room/transcript/replace')
  @HttpCode(200)
  @ApiBody({ schema: schemaOf(Replacement) })
  @ApiOperation({ summary: 'Finds in all lines; with `apply` replaces, if as many lines are found as were seen. Moderators' })
  replace(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Body() wanted: unknown): Promise<Replaced> {
    return this.edits.replace(caller, roomId, wanted);
  }

  @Get('salons/:salon/glossary')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Names as the salon wants them written, and how they are misheard. Moderators' })
  glossary(@CalledBy() caller: Caller, @Param('salon', { schema: SalonId }) salonId: SalonId): Promise<Glossary> {
    return this.edits.glossary(caller, salonId);
  }

  @Put('salons/:salon/glossary')
  @HttpCode(204)
  @ApiBody({ schema: schemaOf(Glossary) })
  @ApiOperation({ summary: 'Takes the place of the names before; helps whatever writes down what is said from then on. Moderators' })
  setGlossary(@CalledBy() caller: Caller, @Param('salon', { schema: SalonId }) salonId: SalonId, @Body() glossary: unknown): Promise<void> {
    return this.edits.setGlossary(caller, salonId, glossary);
  }
}
