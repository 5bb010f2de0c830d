import { Body, Controller, Get, Headers, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { ForLearners } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { DomainError } from '../problem/domain-error.js';
import { Context } from '../tenancy/context.decorator.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { ClaimPreviewService } from './claim-preview.service.js';
import { ClaimPreviewDto } from './dto/claim-history.dto.js';
import { ReportStandingDto } from './dto/report-standing.dto.js';
import { SubmissionDto, SubmitClaimDto } from './dto/submit-claim.dto.js';
import { WhyDto } from './dto/why.dto.js';
import { ReportStandings } from './report-standings.service.js';
import { SubmissionService } from './submission.service.js';
import { WhyService } from './why.service.js';

/** Visible ASCII, as HTTP headers carry it; long enough for any kind of identifier. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{8,200}$/;

@ApiTags('claims')
@ApiParam({ name: 'activityId', format: 'uuid' })
@ForLearners()
@Controller('api/activities/:activityId/claim')
export class ClaimsController {
  constructor(
    private readonly submissions: SubmissionService,
    private readonly whys: WhyService,
    private readonly previews: ClaimPreviewService,
    private readonly standings: ReportStandings,
  ) {}

  @Post('submit')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: '8 to 200 visible characters, chosen by the client for this submission.',
  })
  @ApiOperation({
    operationId: 'submitClaim',
    summary: 'Submits the draft as the learner’s attestation',
    description:
      'Everything is decided anew. The same key with the same request answers the same again and does nothing; a refusal is not kept. `claim.changed` carries the `cart` as it stands now, `claim.requirements_unmet` the `requirements`.',
  })
  @ApiCreatedResponse({ type: SubmissionDto })
  @ApiProblem(
    'sign_in.required',
    'request.csrf',
    'request.invalid',
    'not_found',
    'idempotency.key_required',
    'idempotency.key_reused',
    'claim.changed',
    'claim.requirements_unmet',
    'claim.amount_too_high',
    'claim.not_attested',
    'claim.empty',
    'claim.already_submitted',
    'rate.limited',
    'service.unavailable',
  )
  submit(
    @Context() context: LearnerContext,
    @Headers('idempotency-key') key: string | undefined,
    @Body() request: SubmitClaimDto,
  ): Promise<SubmissionDto> {
    if (key === undefined || !IDEMPOTENCY_KEY.test(key)) throw new DomainError('idempotency.key_required');
    return this.submissions.submit(context, key, request);
  }

  @Get('preview')
  @ApiOperation({
    operationId: 'previewClaim',
    summary: 'The documents of the draft as they would be printed; nothing is written',
    description: 'Says nothing of what the claim still needs; the cart does.',
  })
  @ApiOkResponse({ type: ClaimPreviewDto })
  @ApiProblem('sign_in.required', 'not_found', 'claim.empty', 'claim.amount_too_high')
  preview(@Context() context: LearnerContext): Promise<ClaimPreviewDto> {
    return this.previews.preview(context);
  }

  @Get('why')
  @ApiOperation({
    operationId: 'getClaimWhy',
    summary: 'Why the claim comes out as it does, decision by decision',
    description: 'Worked out now for a draft; as stored at submission for what was submitted.',
  })
  @ApiOkResponse({ type: WhyDto })
  @ApiProblem('sign_in.required', 'not_found')
  why(@Context() context: LearnerContext): Promise<WhyDto> {
    return this.whys.read(context);
  }

  @Get('reports')
  @ApiOperation({
    operationId: 'listClaimReports',
    summary: 'How it stands with the authorities that are told of the claim in force',
    description: 'Empty while nothing was submitted, and where nobody is told.',
  })
  @ApiOkResponse({ type: [ReportStandingDto] })
  @ApiProblem('sign_in.required', 'not_found')
  reports(@Context() context: LearnerContext): Promise<ReportStandingDto[]> {
    return this.standings.read(context);
  }
}
