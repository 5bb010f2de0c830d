import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { leaveAdmission } from '../http/admission.js';
import { ForLearners } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { CertificatesService } from './certificates.service.js';
import { DocumentsService } from './documents.service.js';
import { CertificateViewDto } from './dto/certificate-view.dto.js';
import { DocumentsViewDto, IssueDocumentDto } from './dto/document-view.dto.js';

@ApiTags('certificates')
@ApiParam({ name: 'activityId', format: 'uuid' })
@ForLearners()
@Controller('api/activities/:activityId/documents')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly certificates: CertificatesService,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listDocuments',
    summary: 'What the learner may generate for the claim in force, has generated, or cannot, and why',
  })
  @ApiOkResponse({ type: DocumentsViewDto })
  @ApiProblem('sign_in.required', 'not_found')
  list(@Context() context: LearnerContext): Promise<DocumentsViewDto> {
    return this.documents.list(context);
  }

  @Post(':key')
  @HttpCode(200)
  @ApiParam({ name: 'key', example: 'cme' })
  @ApiOperation({
    operationId: 'issueDocument',
    summary: 'Makes a document, once for each claim; asked again, the same certificate answers',
    description:
      'Waits about 20 seconds for the certificate, unless many others of the society wait; 202 with the state `issuing` means that it is still being made and will be there without asking again. Identifiers among the inputs are kept with the learner.',
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
    @Param('key') key: string,
    @Body() { inputs }: IssueDocumentDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CertificateViewDto> {
    const id = await this.documents.begin(context, key, inputs ?? {});
    leaveAdmission(request);
    const certificate = await this.certificates.settled(context, id);
    if (certificate.state === 'issuing') void reply.status(202);
    return certificate;
  }
}
