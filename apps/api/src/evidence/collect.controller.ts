import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { BodyLimit, LARGE_BODY_BYTES } from '../http/body-limit.js';
import { IdParam } from '../http/id-param.decorator.js';
import { ForApiKeys } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { CollectService } from './collect.service.js';
import { CollectedDto } from './dto/collected.dto.js';

@ApiTags('collect')
@ApiBearerAuth()
@ForApiKeys('collect')
@Controller('api/activities/:activityId/collect')
export class CollectController {
  constructor(private readonly collect: CollectService) {}

  @Post(':plugin')
  @BodyLimit(LARGE_BODY_BYTES)
  @HttpCode(200)
  @ApiParam({ name: 'activityId', format: 'uuid' })
  @ApiParam({ name: 'plugin', description: 'The key of an enabled plugin of the activity’s workflow.' })
  @ApiOperation({
    operationId: 'collect',
    summary: 'Takes in evidence and facts that an outside system pushes, e.g. the mobile app’s flags',
    description:
      'Needs an API key of the scope `collect:<plugin>`. The plugin decides what the body looks like; it holds ' +
      'at most 1 MB and 5,000 items. Each item’s own key makes sending it again harmless. Items that cannot be ' +
      'placed are answered as faults; the others are stored.',
  })
  @ApiBody({ schema: { type: 'object', additionalProperties: true } })
  @ApiOkResponse({ type: CollectedDto })
  @ApiProblem('api_key.required', 'access.denied', 'not_found', 'request.too_large', 'collect.failed')
  push(
    @Context() context: TenantContext,
    @IdParam('activityId') activityId: string,
    @Param('plugin') plugin: string,
    @Body() payload: unknown,
  ): Promise<CollectedDto> {
    return this.collect.push(context, activityId, plugin, payload);
  }
}
