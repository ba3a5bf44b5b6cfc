import { Module } from '@nestjs/common';
import { AftermathModule } from '../aftermath/aftermath.module.ts';
import { OpsController } from './ops.controller.ts';
import { OpsService } from './ops.service.ts';

/** How the house stands, for whoever runs it. */
@Module({ imports: [AftermathModule], controllers: [OpsController], providers: [OpsService] })
export class OpsModule {}
