import { Module } from '@nestjs/common';
import { WorkflowModule } from '../workflow/workflow.module.js';
import { CatalogueController } from './catalogue.controller.js';
import { CatalogueService } from './catalogue.service.js';
import { ProgrammeModule } from '../catalogue/programme/programme.module.js';

/** What a learner can claim credit for, with the decisions. */
@Module({
  imports: [ProgrammeModule, WorkflowModule],
  controllers: [CatalogueController],
  providers: [CatalogueService],
})
export class CatalogueModule {}
