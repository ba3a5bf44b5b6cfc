import { Body, Controller, Get, Header, HttpCode, Param, Patch, Post, Put, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type ActionSuggestions, Amend, AnswerQuote, ApproveDraft, ChangeDraft, type Edition, type OwnQuote, RoomId, type Written, WrittenKind, WrittenQuery } from '@yaji/contracts';
import { CalledBy, type Caller } from '../planning/session/caller.ts';
import { SessionGuard } from '../planning/session/session.guard.ts';
import { EditionService } from './edition.service.ts';
import { QuoteService } from './quote.service.ts';
import { SuggestionService } from './suggestion.service.ts';
import { WrittenService } from './written.service.ts';

@ApiTags('written')
@ApiBearerAuth('session')
@UseGuards(SessionGuard)
@Controller('api/rooms/:room')
export class WrittenController {
  constructor(
    private readonly written: WrittenService, private readonly editions: EditionService, private readonly quotes: QuoteService, private readonly suggestions: SuggestionService,
  ) {}

  @Get('written/:kind')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Minutes or report as they stand: the latest edition, else the draft (that of a report: moderators)' })
  read(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Param('kind', { schema: WrittenKind }) kind: WrittenKind, @Query({ schema: WrittenQuery }) { language }: WrittenQuery): Promise<Written> {
    return this.written.read(caller, roomId, { kind, language });
  }

  @Patch('written/:kind')
  @HttpCode(204)
  @ApiOperation({ summary: 'Changes the draft (moderators)' })
  change(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Param('kind', { schema: WrittenKind }) kind: WrittenKind, @Body({ schema: ChangeDraft }) body: ChangeDraft): Promise<void> {
    return this.editions.change(caller, roomId, { kind, ...body });
  }

  @Post('written/:kind/editions')
  @ApiOperation({ summary: 'Approves the reviewed draft: it becomes the first edition (moderators)' })
  approve(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Param('kind', { schema: WrittenKind }) kind: WrittenKind, @Body({ schema: ApproveDraft }) { revision }: ApproveDraft): Promise<Edition> {
    return this.editions.approve(caller, roomId, { kind, revision });
  }

  @Post('written/:kind/amendments')
  @ApiOperation({ summary: 'Amends the latest edition: the next one (moderators)' })
  amend(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Param('kind', { schema: WrittenKind }) kind: WrittenKind, @Body({ schema: Amend }) body: Amend): Promise<Edition> {
    return this.editions.amend(caller, roomId, { kind, ...body });
  }

  @Get('written/minutes/suggestions')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Sentences that sound like a task or a decision and were neither taken up nor passed over (moderators)' })
  async suggested(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId): Promise<ActionSuggestions> {
    return { suggestions: await this.suggestions.offered(caller, roomId) };
  }

  @Get('quotes')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The caller’s own words that the report would quote, and whether they agreed' })
  async ownQuotes(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId): Promise<{ quotes: OwnQuote[] }> {
    return { quotes: await this.quotes.own(caller, roomId) };
  }

  @Put('quotes')
  @HttpCode(204)
  @ApiOperation({ summary: 'Agrees, or does not, to being quoted with exactly these words' })
  answer(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Body({ schema: AnswerQuote }) body: AnswerQuote): Promise<void> {
    return this.quotes.answer(caller, roomId, body);
  }
}
