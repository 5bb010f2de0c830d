import { Module } from '@nestjs/common';
import { StaffLearnersController } from './staff-learners.controller.js';
import { LearnerDirectory } from './learner-directory.service.js';
import { LearnerIdentities } from './learner-identities.service.js';

/** The people a tenant knows. */
@Module({
  controllers: [StaffLearnersController],
  providers: [LearnerDirectory, LearnerIdentities],
  exports: [LearnerDirectory, LearnerIdentities],
})
export class LearnersModule {}
