import { type DynamicModule, Module } from '@nestjs/common';
import { type Health, HealthModule } from '@yaji/platform';
import { MediaGateway } from '../session/media.gateway.ts';
import { StreamController } from '../stream/stream.controller.ts';
import { MEDIA_NODE, type MediaNode } from './media-node.ts';

@Module({})
export class MediaModule {
  static with(node: MediaNode, health: Health): DynamicModule {
    return { module: MediaModule, imports: [HealthModule.with(health)], controllers: [StreamController], providers: [{ provide: MEDIA_NODE, useValue: node }, MediaGateway] };
  }
}
