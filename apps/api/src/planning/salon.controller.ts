import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Booklet, Language, Programme, type SalonCard, SalonId, type SalonMade } from '@yaji/contracts';
import type { Configuration } from '@yaji/platform';
import { schemaOf } from '../openapi.ts';
import { CONFIGURATION } from '../ports.ts';
import { calendarOf } from './calendar.ts';
import { SalonService } from './salon.service.ts';
import { OperatorGuard } from './session/operator.guard.ts';

@ApiTags('salons')
@Controller('api/salons')
export class SalonController {
  constructor(private readonly salons: SalonService, @Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  @Get()
  @ApiOperation({ summary: 'Salons that are listed: coming, live and past, the latest first' })
  list(): Promise<SalonCard[]> {
    return this.salons.list();
  }

  @Post()
  @HttpCode(201)
  @UseGuards(OperatorGuard)
  @ApiBearerAuth('operator')
  @ApiBody({ schema: schemaOf(Programme) })
  @ApiOperation({ summary: 'Makes a salon of a programme, whole or not at all; answers its links' })
  create(@Body() programme: unknown): Promise<SalonMade> {
    return this.salons.create(programme);
  }

  @Get(':salon')
  @ApiOperation({ summary: 'The programme booklet' })
  booklet(@Param('salon', { schema: SalonId }) salonId: SalonId): Promise<Booklet> {
    return this.salons.booklet(salonId);
  }

  @Get(':salon/calendar.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="salon.ics"')
  @ApiOperation({ summary: 'The salon as a calendar entry, in `language` where it has one' })
  async calendar(@Param('salon', { schema: SalonId }) salonId: SalonId, @Query('language', { schema: Language.optional() }) language?: Language): Promise<string> {
    const booklet = await this.salons.booklet(salonId);
    const { createdAt } = await this.salons.find(salonId);
    return calendarOf(booklet, { url: `${this.configuration.publicUrl}/s/${salonId}`, language, madeAt: createdAt });
  }
}
