import { Module } from '@nestjs/common';
import { AftermathModule } from '../aftermath/aftermath.module.ts';
import { AsFarAsKnown } from './as-far-as-known.ts';
import { HealthNow } from './health-now.ts';
import { OpsController } from './ops.controller.ts';
import { OpsService } from './ops.service.ts';
import { RoomsNow } from './rooms-now.ts';
import { WorkNow } from './work-now.ts';

/** How the house stands, for whoever runs it. */
@Module({ imports: [AftermathModule], controllers: [OpsController], providers: [OpsService, RoomsNow, WorkNow, HealthNow, AsFarAsKnown] })
export class OpsModule {}
