import { Module } from '@nestjs/common';
import { LearnerDirectory } from './learner-directory.service.js';

/** The people a tenant knows. */
@Module({ providers: [LearnerDirectory], exports: [LearnerDirectory] })
export class LearnersModule {}
