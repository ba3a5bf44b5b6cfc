import { type DynamicModule, Module } from '@nestjs/common';
import { HEALTH, type Health } from './health.ts';
import { HealthController } from './health.controller.ts';

/** `/health/live`, `/health/ready` and `/metrics`, the same in every app. */
@Module({})
export class HealthModule {
  static with(health: Health): DynamicModule {
    return { module: HealthModule, controllers: [HealthController], providers: [{ provide: HEALTH, useValue: health }] };
  }
}
