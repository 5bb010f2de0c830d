import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities.module.js';
import { ActivityRetirementController } from './activity-retirement.controller.js';
import { ActivityRetirement } from './activity-retirement.service.js';

/** Activities that were made by mistake. */
@Module({
  imports: [ActivitiesModule],
  controllers: [ActivityRetirementController],
  providers: [ActivityRetirement],
  exports: [ActivityRetirement],
})
export class ActivityRetirementModule {}
