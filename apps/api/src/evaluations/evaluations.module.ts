import { Module } from '@nestjs/common';
import { ProgrammeModule } from '../catalogue/programme/programme.module.js';
import { EvaluationFormsService } from './evaluation-forms.service.js';
import { EvaluationsController } from './evaluations.controller.js';
import { EvaluationsService } from './evaluations.service.js';

/** Forms, and what learners answer. */
@Module({
  imports: [ProgrammeModule],
  controllers: [EvaluationsController],
  providers: [EvaluationsService, EvaluationFormsService],
  exports: [EvaluationsService, EvaluationFormsService],
})
export class EvaluationsModule {}
