import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../catalogue/activities.module.js';
import { WorkflowModule } from '../workflow/workflow.module.js';
import { SimulationsController } from './simulations.controller.js';
import { SimulationsService } from './simulations.service.js';

/** What a changed workflow would do to claims and learners. */
@Module({
  imports: [ActivitiesModule, WorkflowModule],
  controllers: [SimulationsController],
  providers: [SimulationsService],
})
export class SimulationsModule {}
