import { Module } from '@nestjs/common';
import { postgresBallotBox } from '@yaji/persistence';
import { DataSource } from 'typeorm';
import { BALLOT_BOX } from '../ports.ts';
import { PictureController } from './picture.controller.ts';
import { SecretVotes } from './secret-votes.ts';
import { VerificationController } from './verification.controller.ts';
import { VerificationService } from './verification.service.ts';

/** Secret ballots: their boxes, and what anybody may check of them. Their rounds belong to the live rooms. */
@Module({
  controllers: [VerificationController, PictureController],
  providers: [{ provide: BALLOT_BOX, useFactory: postgresBallotBox, inject: [DataSource] }, SecretVotes, VerificationService],
  exports: [BALLOT_BOX, SecretVotes],
})
export class BallotModule {}
