import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../../http/id-param.decorator.js';
import { ForStaff } from '../../identity/access.decorator.js';
import { ApiProblem } from '../../problem/api-problem.decorator.js';
import { Context } from '../../tenancy/context.decorator.js';
import type { StaffContext } from '../../tenancy/tenant-context.js';
import { ActivityRetirementDto, RetireActivityDto } from './activity-retirement.dto.js';
import { ActivityRetirement } from './activity-retirement.service.js';

@ApiTags('activities')
@ApiParam({ name: 'activityId', format: 'uuid' })
@ForStaff('owner', 'admin')
@Controller('api/staff/activities/:activityId')
export class ActivityRetirementController {
  constructor(private readonly retirement: ActivityRetirement) {}

  @Post('retire')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'retireActivity',
    summary: 'Takes an activity away from learners; nothing is deleted',
    description:
      'It is not listed any more, nobody can sign in to it, and whoever is signed in there is signed out. Refused ' +
      'where learners have submitted claims, unless `acceptsClaims` says that this is meant.',
  })
  @ApiOkResponse({ type: ActivityRetirementDto })
  @ApiProblem('sign_in.required', 'access.denied', 'request.csrf', 'request.invalid', 'not_found')
  @ApiProblem('activity.has_claims')
  retire(
    @Context() context: StaffContext,
    @IdParam('activityId') activityId: string,
    @Body() options: RetireActivityDto,
  ): Promise<ActivityRetirementDto> {
    return this.retirement.retire(context, activityId, options);
  }

  @Post('restore')
  @HttpCode(200)
  @ApiOperation({ operationId: 'restoreActivity', summary: 'Gives a retired activity back to learners' })
  @ApiOkResponse({ type: ActivityRetirementDto })
  @ApiProblem('sign_in.required', 'access.denied', 'request.csrf', 'not_found')
  restore(
    @Context() context: StaffContext,
    @IdParam('activityId') activityId: string,
  ): Promise<ActivityRetirementDto> {
    return this.retirement.restore(context, activityId);
  }
}
