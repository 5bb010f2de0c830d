import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IdParam } from '../http/id-param.decorator.js';
import { ForStaff } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { StaffContext } from '../tenancy/tenant-context.js';
import { EvaluationResultsDto, ResultsQueryDto } from './dto/evaluation-results.dto.js';
import { EvaluationResultsService } from './evaluation-results.service.js';

@ApiTags('evaluations')
@ApiParam({ name: 'activityId', format: 'uuid' })
@ForStaff('owner', 'admin', 'editor', 'viewer')
@Controller('api/staff/activities/:activityId/evaluations')
export class EvaluationResultsController {
  constructor(private readonly results: EvaluationResultsService) {}

  @Get(':formKey/results')
  @ApiParam({ name: 'formKey' })
  @ApiOperation({
    operationId: 'getEvaluationResults',
    summary: 'What was answered: counts, means, texts; as JSON or as CSV',
    description:
      'Complete evaluations count; nobody is named. Of an anonymous form only answers that were published together ' +
      'with at least `minimumCount` others are counted; the rest wait.',
  })
  @ApiExtraModels(EvaluationResultsDto)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(EvaluationResultsDto) } },
      'text/csv': { schema: { type: 'string', format: 'binary' } },
    },
  })
  @ApiProblem('sign_in.required', 'access.denied', 'request.invalid', 'not_found')
  async read(
    @Context() context: StaffContext,
    @IdParam('activityId') activityId: string,
    @Param('formKey') formKey: string,
    @Query() { offeringId, format }: ResultsQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EvaluationResultsDto | StreamableFile> {
    const question = { activityId, formKey, offeringId: offeringId ?? null };
    void reply.header('cache-control', 'no-store');
    if (format !== 'csv') return this.results.results(context, question);
    return new StreamableFile(await this.results.csv(context, question), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="evaluation-results.csv"',
    });
  }
}
