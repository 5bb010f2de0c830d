import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { leaveAdmission } from '../http/admission.js';
import { CertificatesService } from '../certificates/certificates.service.js';
import { DocumentsService } from '../certificates/documents.service.js';
import { CertificateViewDto } from '../certificates/dto/certificate-view.dto.js';
import { IssueDocumentDto } from '../certificates/dto/document-view.dto.js';
import { IdParam } from '../http/id-param.decorator.js';
import { ForLearners } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { ClaimHistoryService } from './claim-history.service.js';
import { WhyDto } from './dto/why.dto.js';
import { WhyService } from './why.service.js';
import { ClaimDetailDto, ClaimHistoryDto, ClaimHistoryQueryDto } from './dto/claim-history.dto.js';

@ApiTags('claims')
@ApiParam({ name: 'activityId', format: 'uuid' })
@ForLearners()
@Controller('api/activities/:activityId/claims')
export class ClaimHistoryController {
  constructor(
    private readonly history: ClaimHistoryService,
    private readonly documents: DocumentsService,
    private readonly certificates: CertificatesService,
    private readonly whys: WhyService,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listMyClaims',
    summary: 'What the learner has claimed at this activity, 25 at a time',
    description:
      'By the moment of the claim, the newest year in which its credit was earned, or its credits; newest first where those are alike. A cursor belongs to one order.',
  })
  @ApiOkResponse({ type: ClaimHistoryDto })
  @ApiProblem('sign_in.required', 'request.invalid', 'not_found')
  list(@Context() context: LearnerContext, @Query() query: ClaimHistoryQueryDto): Promise<ClaimHistoryDto> {
    return this.history.list(context, query);
  }

  @Get(':claimId')
  @ApiParam({ name: 'claimId', format: 'uuid' })
  @ApiOperation({
    operationId: 'getMyClaim',
    summary: 'One claim in force: what it claims by course, and its documents',
  })
  @ApiOkResponse({ type: ClaimDetailDto })
  @ApiProblem('sign_in.required', 'not_found')
  read(@Context() context: LearnerContext, @IdParam('claimId') claimId: string): Promise<ClaimDetailDto> {
    return this.history.read(context, claimId);
  }

  @Get(':claimId/why')
  @ApiParam({ name: 'claimId', format: 'uuid' })
  @ApiOperation({
    operationId: 'getMyClaimWhy',
    summary: 'Why one claim in force came out as it did, as it was stored at submission',
  })
  @ApiOkResponse({ type: WhyDto })
  @ApiProblem('sign_in.required', 'not_found')
  why(@Context() context: LearnerContext, @IdParam('claimId') claimId: string): Promise<WhyDto> {
    return this.whys.ofClaim(context, claimId);
  }

  @Post(':claimId/documents/:key')
  @HttpCode(200)
  @ApiParam({ name: 'claimId', format: 'uuid' })
  @ApiParam({ name: 'key', example: 'cme' })
  @ApiOperation({
    operationId: 'issueClaimDocument',
    summary: 'Makes a document of one claim, or tries again what has failed; once for each claim',
    description: 'As `issueDocument`, for an activity where several claims are in force.',
  })
  @ApiOkResponse({ type: CertificateViewDto })
  @ApiAcceptedResponse({ type: CertificateViewDto })
  @ApiProblem(
    'sign_in.required',
    'request.csrf',
    'request.invalid',
    'not_found',
    'document.unavailable',
    'document.input_required',
  )
  async issue(
    @Context() context: LearnerContext,
    @IdParam('claimId') claimId: string,
    @Param('key') key: string,
    @Body() { inputs }: IssueDocumentDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CertificateViewDto> {
    const id = await this.documents.begin(context, key, inputs ?? {}, claimId);
    leaveAdmission(request);
    const certificate = await this.certificates.settled(context, id);
    if (certificate.state === 'issuing') void reply.status(202);
    return certificate;
  }
}
