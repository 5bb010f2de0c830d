import { Controller, Get, Param } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Public } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { VerificationDto } from './dto/verification.dto.js';
import { VerificationsService } from './verifications.service.js';

@ApiTags('certificates')
@Controller('api/verifications')
export class VerificationsController {
  constructor(private readonly verifications: VerificationsService) {}

  @Get(':code')
  @Public()
  // A credentialing office checks dozens; nobody honest needs more. Guessing 80 bits is hopeless anyway.
  @RouteConfig({ rateLimit: { max: 120, timeWindow: 60_000 } })
  @ApiParam({ name: 'code', example: 'K7QF-9M2X-0TBD-W4HE' })
  @ApiOperation({
    operationId: 'verifyCertificate',
    summary: 'Whether a certificate is genuine and still stands',
    description:
      'Public. Shows only what the certificate itself says. Case, spaces and hyphens of the code do not matter. At most 120 a minute from one address.',
  })
  @ApiOkResponse({ type: VerificationDto })
  @ApiProblem('not_found', 'rate.limited')
  read(@Context() context: TenantContext, @Param('code') code: string): Promise<VerificationDto> {
    return this.verifications.read(context, code);
  }
}
