import { Module } from '@nestjs/common';
import { BallotModule } from '../ballot/ballot.module.ts';
import { BallotGateway } from '../ballot/ballot.gateway.ts';
import { BallotRounds } from '../ballot/ballot-rounds.ts';
import { PlanningModule } from '../planning/planning.module.ts';
import { Absences } from './absences.ts';
import { CaptionGateway } from './captions/caption.gateway.ts';
import { CaptionTelling } from './captions/caption-telling.ts';
import { CaptionWriting } from './captions/caption-writing.ts';
import { ChatGateway } from './chat/chat.gateway.ts';
import { ChatReading } from './chat/chat-reading.ts';
import { ChatTelling } from './chat/chat-telling.ts';
import { ChatWriting } from './chat/chat-writing.ts';
import { Commands } from './commands.ts';
import { Doorway } from './doorway.ts';
import { LinkRounds } from './link-rounds.ts';
import { LiveGateway } from './live.gateway.ts';
import { LiveMetrics } from './live-metrics.ts';
import { LiveRooms } from './live-rooms.ts';
import { MediaPasses } from './media-passes.ts';
import { OtherRooms } from './other-rooms.ts';
import { PresenceRounds } from './presence-rounds.ts';
import { QuestionTranslations } from './question-translations.ts';
import { Relay } from './relay.ts';

/** The live room's door. */
@Module({ imports: [PlanningModule, BallotModule], providers: [LiveGateway, Doorway, LiveRooms, Commands, LiveMetrics, MediaPasses, Relay, Absences, LinkRounds, OtherRooms, PresenceRounds, ChatGateway, ChatReading, ChatTelling, ChatWriting, BallotGateway, BallotRounds, QuestionTranslations, CaptionGateway, CaptionTelling, CaptionWriting] })
export class LiveModule {}
