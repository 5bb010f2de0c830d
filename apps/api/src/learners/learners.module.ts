import { Module } from '@nestjs/common';
import { LearnerDirectory } from './learner-directory.service.js';
import { LearnerIdentities } from './learner-identities.service.js';

/** The people a tenant knows. */
@Module({
  providers: [LearnerDirectory, LearnerIdentities],
  exports: [LearnerDirectory, LearnerIdentities],
})
export class LearnersModule {}
