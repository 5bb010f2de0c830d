import { Controller, Get, Param, ParseUUIDPipe, Query, Req, Res, StreamableFile } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiProperty,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForLearners } from '../identity/access.decorator.js';
import { SlowRoute } from '../http/slow-route.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { DomainError } from '../problem/domain-error.js';
import { Context } from '../tenancy/context.decorator.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { contentDisposition } from './certificate-file-name.js';
import { sendSheet } from './send-sheet.js';
import { CertificateSheetsService } from './certificate-sheets.service.js';
import { CertificatesService } from './certificates.service.js';
import { CertificateViewDto } from './dto/certificate-view.dto.js';

/** What is no id at all is simply not there. */
const Id = () =>
  new ParseUUIDPipe({
    exceptionFactory: () => new DomainError('not_found', { detail: 'There is no such certificate.' }),
  });

export class CertificateFileQuery {
  @ApiProperty({ required: false, enum: ['0', '1'], description: '1 to save it rather than look at it.' })
  @IsOptional()
  @IsIn(['0', '1'])
  download?: '0' | '1';
}

export class CertificateSheetQuery {
  @ApiProperty({
    required: false,
    type: 'integer',
    default: 1,
    description: 'Which of several certificates in one file, from 1.',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000)
  part: number = 1;
}

@ApiTags('certificates')
@ForLearners()
@Controller('api/certificates')
export class CertificatesController {
  constructor(
    private readonly certificates: CertificatesService,
    private readonly sheets: CertificateSheetsService,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listCertificates',
    summary: 'All certificates of the learner at this society, newest first',
  })
  @ApiOkResponse({ type: [CertificateViewDto] })
  @ApiProblem('sign_in.required')
  list(@Context() context: LearnerContext): Promise<CertificateViewDto[]> {
    return this.certificates.list(context);
  }

  @Get(':id')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOperation({ operationId: 'getCertificate', summary: 'One certificate of the learner' })
  @ApiOkResponse({ type: CertificateViewDto })
  @ApiProblem('sign_in.required', 'not_found')
  read(@Context() context: LearnerContext, @Param('id', Id()) id: string): Promise<CertificateViewDto> {
    return this.certificates.read(context, id);
  }

  @Get(':id/file')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOperation({
    operationId: 'getCertificateFile',
    summary: 'The certificate as PDF, with the list of claimed sessions',
    description: 'The bytes never change; the ETag is their SHA-256.',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 304, description: 'Unchanged since the ETag in `If-None-Match`.' })
  @ApiProblem('sign_in.required', 'not_found', 'certificate.not_ready')
  async file(
    @Context() context: LearnerContext,
    @Param('id', Id()) id: string,
    @Query() { download }: CertificateFileQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const file = await this.certificates.file(context, id);
    const etag = `"${file.sha256}"`;
    // The learner's own machine may keep it, but asks each time whether they are still signed in.
    void reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (names(request.headers['if-none-match'], etag)) {
      void reply.status(304);
      return undefined;
    }
    const kind = download === '1' ? 'attachment' : 'inline';
    return new StreamableFile(await this.certificates.bytes(context, file), {
      type: 'application/pdf',
      disposition: contentDisposition(kind, file.fileName),
      ...(file.byteSize === null ? {} : { length: file.byteSize }),
    });
  }

  @Get(':id/sheet')
  @SlowRoute()
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOperation({
    operationId: 'getCertificateSheet',
    summary: 'The first page as HTML for a sandboxed frame: the template and the data that are printed',
  })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiResponse({ status: 304, description: 'Unchanged since the ETag in `If-None-Match`.' })
  @ApiProblem('sign_in.required', 'request.invalid', 'not_found', 'service.busy')
  async sheet(
    @Context() context: LearnerContext,
    @Param('id', Id()) id: string,
    @Query() { part }: CertificateSheetQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return sendSheet(request, reply, await this.sheets.ofCertificate(context, id, part));
  }
}

const names = (sent: string | undefined, etag: string): boolean =>
  sent?.split(',').some((candidate) => ['*', etag].includes(candidate.trim().replace(/^W\//, ''))) ?? false;
