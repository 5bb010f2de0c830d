import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendSheet } from '../certificates/send-sheet.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { SlowRoute } from '../http/slow-route.decorator.js';
import { ForLearners } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { ClaimPreviewService } from './claim-preview.service.js';
import { SheetDto } from '../certificates/dto/certificate-view.dto.js';
import { ClaimPreviewDto, NameSheetQueryDto, PreviewSheetQueryDto } from './dto/claim-history.dto.js';
import { ReportStandingDto } from './dto/report-standing.dto.js';
import { SubmissionDto, SubmitClaimDto } from './dto/submit-claim.dto.js';
import { WhyDto } from './dto/why.dto.js';
import { NameSheetService } from './name-sheet.service.js';
import { ReportStandings } from './report-standings.service.js';
import { SubmissionService } from './submission.service.js';
import { WhyService } from './why.service.js';

@ApiTags('claims')
@ApiParam({ name: 'activityId', format: 'uuid' })
@ForLearners()
@Controller('api/activities/:activityId/claim')
export class ClaimsController {
  constructor(
    private readonly submissions: SubmissionService,
    private readonly whys: WhyService,
    private readonly previews: ClaimPreviewService,
    private readonly names: NameSheetService,
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
    @IdempotencyKey() key: string,
    @Body() request: SubmitClaimDto,
  ): Promise<SubmissionDto> {
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

  @Get('preview/sheet')
  @SlowRoute()
  @ApiOperation({
    operationId: 'previewSheet',
    summary: 'The first page of a document of the draft as HTML for a sandboxed frame; nothing is written',
    description: 'Drawn from the template that is printed, without number and verification code.',
  })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiProblem('sign_in.required', 'request.invalid', 'not_found', 'claim.empty', 'claim.amount_too_high')
  @ApiProblem('service.busy')
  async previewSheet(
    @Context() context: LearnerContext,
    @Query() { document, part }: PreviewSheetQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return sendSheet(request, reply, await this.previews.sheet(context, document, part));
  }

  @Get('name-sheet')
  @ApiOperation({
    operationId: 'getNameSheet',
    summary: 'Where a certificate can be looked at with a name that is being typed',
  })
  @ApiOkResponse({ type: SheetDto })
  @ApiProblem('sign_in.required', 'not_found')
  nameSheet(@Context() context: LearnerContext): Promise<SheetDto> {
    return this.names.read(context);
  }

  @Get('name-sheet/page')
  @SlowRoute()
  @ApiOperation({
    operationId: 'getNameSheetPage',
    summary: 'The society’s certificate with this name and no credit, as HTML for a sandboxed frame',
  })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiProblem('sign_in.required', 'request.invalid', 'not_found')
  async nameSheetPage(
    @Context() context: LearnerContext,
    @Query() name: NameSheetQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return sendSheet(request, reply, await this.names.page(context, name));
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
