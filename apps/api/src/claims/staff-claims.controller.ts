import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../http/id-param.decorator.js';
import { ForStaff } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { StaffContext } from '../tenancy/tenant-context.js';
import { ClaimActionsService } from './claim-actions.service.js';
import { ClaimDocumentsService } from './claim-documents.service.js';
import {
  ClaimActionDto,
  DecidedDocumentsDto,
  DecideDocumentsDto,
  StaffClaimDto,
  StaffClaimPageDto,
  StaffClaimsQueryDto,
} from './dto/staff-claim.dto.js';
import { StaffClaimsService } from './staff-claims.service.js';

const ACTION_PROBLEMS = [
  'sign_in.required',
  'request.csrf',
  'request.invalid',
  'access.denied',
  'not_found',
  'claim.not_in_force',
] as const;

@ApiTags('staff')
@ForStaff('owner', 'admin', 'support')
@Controller('api/staff/claims')
export class StaffClaimsController {
  constructor(
    private readonly claims: StaffClaimsService,
    private readonly actions: ClaimActionsService,
    private readonly documents: ClaimDocumentsService,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listStaffClaims',
    summary: 'Submitted claims of the society, the newest first',
    description:
      'With `state=held` those that wait for a person, each with what went wrong; with `search` those of learners by badge or name. Drafts are not shown.',
  })
  @ApiOkResponse({ type: StaffClaimPageDto })
  @ApiProblem('sign_in.required', 'access.denied', 'request.invalid', 'not_found')
  list(
    @Context() context: StaffContext,
    @Query() { limit = 20, ...filter }: StaffClaimsQueryDto,
  ): Promise<StaffClaimPageDto> {
    return this.claims.list(context, { limit, ...filter });
  }

  @Get(':claimId')
  @ApiParam({ name: 'claimId', format: 'uuid' })
  @ApiOperation({
    operationId: 'getStaffClaim',
    summary: 'One claim: how it was decided, what authorities were told, what was done to it',
  })
  @ApiOkResponse({ type: StaffClaimDto })
  @ApiProblem('sign_in.required', 'access.denied', 'not_found')
  read(@Context() context: StaffContext, @IdParam('claimId') claimId: string): Promise<StaffClaimDto> {
    return this.claims.read(context, claimId);
  }

  @Post(':claimId/release')
  @HttpCode(200)
  @ApiParam({ name: 'claimId', format: 'uuid' })
  @ApiOperation({
    operationId: 'releaseClaim',
    summary: 'Lets a held claim stand',
    description:
      'What was attested stays; documents and reports are decided anew by the workflow in force now. While one of its steps still fails the claim stays held, and `claim.still_held` says which.',
  })
  @ApiOkResponse({ type: StaffClaimDto })
  @ApiProblem(...ACTION_PROBLEMS, 'claim.not_held', 'claim.still_held')
  async release(
    @Context() context: StaffContext,
    @IdParam('claimId') claimId: string,
    @Body() { reason }: ClaimActionDto,
  ): Promise<StaffClaimDto> {
    await this.actions.release(context, claimId, reason);
    return this.claims.read(context, claimId);
  }

  @Post(':claimId/revoke')
  @HttpCode(200)
  @ApiParam({ name: 'claimId', format: 'uuid' })
  @ApiOperation({
    operationId: 'revokeClaim',
    summary: 'Ends a claim in force and its certificates; the learner may claim anew',
    description:
      'Reports that were not delivered yet are withdrawn. `reports` shows which authorities know of the claim already; tell them yourself.',
  })
  @ApiOkResponse({ type: StaffClaimDto })
  @ApiProblem(...ACTION_PROBLEMS)
  async revoke(
    @Context() context: StaffContext,
    @IdParam('claimId') claimId: string,
    @Body() { reason }: ClaimActionDto,
  ): Promise<StaffClaimDto> {
    await this.actions.revoke(context, claimId, reason);
    return this.claims.read(context, claimId);
  }

  @Post(':claimId/reopen')
  @HttpCode(200)
  @ApiParam({ name: 'claimId', format: 'uuid' })
  @ApiOperation({
    operationId: 'reopenClaim',
    summary: 'Opens a claim again for its learner',
    description:
      'For societies whose claims close at submission, or whose time to change them is over. Taken for every claim ' +
      'in force: where its learner may change it anyway, it is only noted. The claim stays in force until the ' +
      'learner submits a change.',
  })
  @ApiOkResponse({ type: StaffClaimDto })
  @ApiProblem(...ACTION_PROBLEMS)
  async reopen(
    @Context() context: StaffContext,
    @IdParam('claimId') claimId: string,
    @Body() { reason }: ClaimActionDto,
  ): Promise<StaffClaimDto> {
    await this.actions.reopen(context, claimId, reason);
    return this.claims.read(context, claimId);
  }

  @Post(':claimId/reissue')
  @HttpCode(200)
  @ApiParam({ name: 'claimId', format: 'uuid' })
  @ApiOperation({
    operationId: 'reissueCertificates',
    summary: 'Issues a claim’s certificates again with the learner’s present name',
    description:
      'All else they say stays as it is. The earlier ones stay verifiable: superseded, “Reissued with a corrected name”.',
  })
  @ApiOkResponse({ type: StaffClaimDto })
  @ApiProblem(...ACTION_PROBLEMS, 'certificate.same_name', 'certificate.not_ready')
  async reissue(
    @Context() context: StaffContext,
    @IdParam('claimId') claimId: string,
    @Body() { reason }: ClaimActionDto,
  ): Promise<StaffClaimDto> {
    await this.documents.reissue(context, claimId, reason);
    return this.claims.read(context, claimId);
  }

  @Post(':claimId/documents')
  @HttpCode(200)
  @ApiParam({ name: 'claimId', format: 'uuid' })
  @ApiOperation({
    operationId: 'decideDocumentsAnew',
    summary: 'Decides a claim’s documents by the workflow in force now, or says what that would change',
    description:
      'For claims whose documents’ rules were mistaken. What was claimed stays as it is. What differs is issued again and supersedes the earlier certificate, what is not offered any more is revoked, what is new the learner may have.',
  })
  @ApiOkResponse({ type: DecidedDocumentsDto })
  @ApiProblem(...ACTION_PROBLEMS, 'claim.still_held', 'documents.undecided')
  async decideDocuments(
    @Context() context: StaffContext,
    @IdParam('claimId') claimId: string,
    @Body() { reason, mode }: DecideDocumentsDto,
  ): Promise<DecidedDocumentsDto> {
    const isApplied = mode === 'apply';
    const documents = isApplied
      ? await this.documents.decideAnew(context, claimId, reason)
      : await this.documents.previewAnew(context, claimId);
    return { isApplied, documents };
  }
}
