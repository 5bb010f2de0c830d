import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { BodyLimit, LARGE_BODY_BYTES } from '../http/body-limit.js';
import { ForLearners } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import {
  EvaluationDto,
  EvaluationSubjectDto,
  EvaluationSummaryDto,
  SavedEvaluationDto,
} from './dto/evaluation.dto.js';
import { SaveEvaluationDto } from './dto/save-evaluation.dto.js';
import { EvaluationsService } from './evaluations.service.js';
import type { EvaluationReference } from './evaluation-subjects.js';
import { AnonymousEvaluationsService } from './anonymous-evaluations.service.js';
import { GiveAnonymousEvaluationDto, GivenEvaluationDto } from './dto/anonymous-evaluation.dto.js';

@ApiTags('evaluations')
@ApiParam({ name: 'activityId', format: 'uuid' })
@ForLearners()
@Controller('api/activities/:activityId/evaluations')
export class EvaluationsController {
  constructor(
    private readonly evaluations: EvaluationsService,
    private readonly anonymous: AnonymousEvaluationsService,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listEvaluations',
    summary: 'The forms of the activity, and how far the learner is with each',
    description:
      'Forms about offerings are listed for the offerings in the learner’s claim and for those already answered.',
  })
  @ApiOkResponse({ type: [EvaluationSummaryDto] })
  @ApiProblem('sign_in.required', 'not_found')
  list(@Context() context: LearnerContext): Promise<EvaluationSummaryDto[]> {
    return this.evaluations.list(context);
  }

  @Get(':formKey')
  @ApiParam({ name: 'formKey' })
  @ApiOperation({ operationId: 'getEvaluation', summary: 'A form with the learner’s answers' })
  @ApiOkResponse({ type: EvaluationDto })
  @ApiProblem('sign_in.required', 'not_found')
  read(
    @Context() context: LearnerContext,
    @Param('formKey') formKey: string,
    @Query() subject: EvaluationSubjectDto,
  ): Promise<EvaluationDto> {
    return this.evaluations.evaluation(context, referenceOf(formKey, subject));
  }

  @Put(':formKey')
  @BodyLimit(LARGE_BODY_BYTES)
  @ApiParam({ name: 'formKey' })
  @ApiOperation({
    operationId: 'saveEvaluation',
    summary: 'Keeps the answers as they are now, complete or not',
    description:
      'Meant for saving while the learner types. The answers replace those kept before. Answers that fit no ' +
      'question are answered as faults and left out; a text that is too long is kept, up to 20,000 characters. ' +
      'On `evaluation.conflict` the member `current` holds the evaluation as it stands.',
  })
  @ApiOkResponse({ type: SavedEvaluationDto })
  @ApiProblem(
    'sign_in.required',
    'request.csrf',
    'request.invalid',
    'not_found',
    'evaluation.conflict',
    'evaluation.closed',
    'evaluation.anonymous',
  )
  save(
    @Context() context: LearnerContext,
    @Param('formKey') formKey: string,
    @Query() subject: EvaluationSubjectDto,
    @Body() body: SaveEvaluationDto,
  ): Promise<SavedEvaluationDto> {
    return this.evaluations.save(context, referenceOf(formKey, subject), body);
  }

  @Post(':formKey/anonymous')
  @BodyLimit(LARGE_BODY_BYTES)
  @HttpCode(200)
  @ApiParam({ name: 'formKey' })
  @ApiOperation({
    operationId: 'giveAnonymousEvaluation',
    summary: 'Gives the answers to an anonymous form, whole and once',
    description:
      'That the learner has answered is kept; the answers are kept apart and cannot be linked to them. They take ' +
      'at most 32 KiB. The same ticket again answers the same and counts once; another ticket is refused.',
  })
  @ApiOkResponse({ type: GivenEvaluationDto })
  @ApiProblem(
    'sign_in.required',
    'request.csrf',
    'request.invalid',
    'request.too_large',
    'not_found',
    'evaluation.invalid',
    'evaluation.closed',
    'evaluation.not_anonymous',
    'evaluation.already_given',
  )
  give(
    @Context() context: LearnerContext,
    @Param('formKey') formKey: string,
    @Query() subject: EvaluationSubjectDto,
    @Body() body: GiveAnonymousEvaluationDto,
  ): Promise<GivenEvaluationDto> {
    return this.anonymous.give(context, referenceOf(formKey, subject), body);
  }
}

const referenceOf = (
  formKey: string,
  { offeringId = null, claimId = null }: { offeringId?: string | null; claimId?: string | null },
): EvaluationReference => ({ formKey, offeringId, claimId });
