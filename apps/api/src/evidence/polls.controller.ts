import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { ActivitiesService } from '../catalogue/activities.service.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { IdParam } from '../http/id-param.decorator.js';
import { ForStaff } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { StaffContext } from '../tenancy/tenant-context.js';
import { PollsDto } from './dto/poll.dto.js';
import { PollState } from './poll-state.entity.js';

@ApiTags('collect')
@ApiParam({ name: 'activityId', format: 'uuid' })
@ForStaff('owner', 'admin', 'support')
@Controller('api/staff/activities/:activityId/polls')
export class PollsController {
  constructor(
    private readonly database: TenantDatabase,
    private readonly activities: ActivitiesService,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listPolls',
    summary: 'How polls of outside systems stand, one for each step that was ever polled',
  })
  @ApiOkResponse({ type: PollsDto })
  @ApiProblem('sign_in.required', 'access.denied', 'not_found')
  list(@Context() context: StaffContext, @IdParam('activityId') activityId: string): Promise<PollsDto> {
    return this.database.transaction(context, async (manager) => {
      await this.activities.find(manager, context, activityId);
      const rows = await manager.find(PollState, {
        where: { tenantId: context.tenant.id, activityId },
        order: { plugin: 'ASC' },
      });
      return {
        items: rows.map(({ plugin, polledAt, failure, failures }) => ({
          plugin,
          polledAt: polledAt?.toString() ?? null,
          failure,
          failures,
        })),
      };
    });
  }
}
