import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { LARGE_BODY_BYTES } from '../http/body-limit.js';
import { IdParam } from '../http/id-param.decorator.js';
import { rawBodyOf } from '../http/raw-body.js';
import { Public } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { CollectedDto } from './dto/collected.dto.js';
import { HooksService } from './hooks.service.js';

/** Messages a minute from one address to one society; a sender that has more puts several items into one. */
const MOST_A_MINUTE = 600;

@ApiTags('collect')
@Public()
@Controller('api/hooks')
export class HooksController {
  constructor(private readonly hooks: HooksService) {}

  @Post(':activityId/:plugin')
  @HttpCode(200)
  @RouteConfig({ rateLimit: { max: MOST_A_MINUTE, timeWindow: 60_000 }, bodyLimit: LARGE_BODY_BYTES })
  @ApiParam({ name: 'activityId', format: 'uuid' })
  @ApiParam({ name: 'plugin', description: 'The key of an enabled plugin of the activity’s workflow.' })
  @ApiHeader({ name: 'webhook-id', description: 'The message’s own id; the same again does nothing.' })
  @ApiHeader({ name: 'webhook-timestamp', description: 'Seconds since 1970, at most five minutes away.' })
  @ApiHeader({ name: 'webhook-signature', description: '`v1,` and the HMAC in base64.' })
  @ApiOperation({
    operationId: 'receiveHook',
    summary: 'Takes in what an outside system pushes, signed as Standard Webhooks say',
    description:
      'The signature takes the place of an API key. JSON, or `text/csv` where the plugin reads that; at most 1 MB ' +
      'and 5,000 items, 600 messages a minute. The plugin decides what the body looks like. Items that cannot be ' +
      'placed are answered as faults; the others are stored.',
  })
  @ApiBody({ schema: { type: 'object', additionalProperties: true } })
  @ApiOkResponse({ type: CollectedDto })
  @ApiProblem('hook.refused', 'not_found', 'request.too_large', 'request.media_type', 'rate.limited')
  @ApiProblem('collect.failed')
  receive(
    @Context() context: TenantContext,
    @IdParam('activityId') activityId: string,
    @Param('plugin') plugin: string,
    @Req() request: FastifyRequest,
  ): Promise<CollectedDto> {
    return this.hooks.receive(context, activityId, plugin, {
      raw: rawBodyOf(request),
      payload: request.body,
      headers: request.headers,
    });
  }
}
