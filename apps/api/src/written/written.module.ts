import { Module } from '@nestjs/common';
import { AftermathModule } from '../aftermath/aftermath.module.ts';
import { PlanningModule } from '../planning/planning.module.ts';
import { Accounts } from './accounts.ts';
import { EditionService } from './edition.service.ts';
import { QuoteService } from './quote.service.ts';
import { SuggestionService } from './suggestion.service.ts';
import { WrittenController } from './written.controller.ts';
import { WrittenService } from './written.service.ts';

/** Minutes and reports: drafts, editions, and who agreed to being quoted. */
@Module({ imports: [PlanningModule, AftermathModule], controllers: [WrittenController], providers: [Accounts, WrittenService, EditionService, QuoteService, SuggestionService] })
export class WrittenModule {}
