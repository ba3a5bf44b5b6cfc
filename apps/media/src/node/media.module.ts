import { type DynamicModule, Module } from '@nestjs/common';
import { type Health, HealthModule } from '@yaji/platform';
import { WhepController } from '../egress/whep.controller.ts';
import { HearingController } from '../hearing/hearing.controller.ts';
import { WhipController } from '../ingest/whip.controller.ts';
import { MediaGateway } from '../session/media.gateway.ts';
import { StreamController } from '../stream/stream.controller.ts';
import { MEDIA_NODE, type MediaNode } from './media-node.ts';

@Module({})
export class MediaModule {
  static with(node: MediaNode, health: Health): DynamicModule {
    const controllers = [WhipController, WhepController, StreamController, HearingController];
    return { module: MediaModule, imports: [HealthModule.with(health)], controllers, providers: [{ provide: MEDIA_NODE, useValue: node }, MediaGateway] };
  }
}
