import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUnchanged } from '../http/etag.js';
import { Public } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from './context.decorator.js';
import type { TenantContext } from './tenant-context.js';
import { TenantViewDto } from './tenant-view.dto.js';
import { TenantViewService } from './tenant-view.service.js';

@ApiTags('tenant')
@Controller('api/tenant')
export class TenantsController {
  constructor(private readonly view: TenantViewService) {}

  @Get()
  @Public()
  @ApiOperation({
    operationId: 'getTenant',
    summary: 'How the society at this host looks and speaks, and its activities, newest first',
  })
  @ApiOkResponse({ type: TenantViewDto })
  @ApiResponse({ status: 304, description: 'Unchanged since the ETag in `If-None-Match`.' })
  @ApiProblem('tenant.unknown')
  async read(
    @Context() context: TenantContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TenantViewDto | undefined> {
    const view = await this.view.read(context);
    return isUnchanged(request, reply, [view]) ? undefined : view;
  }
}
