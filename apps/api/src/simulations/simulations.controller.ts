import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { parseInstant } from '@laurel/plugin-kit';
import { LARGE_BODY_BYTES } from '../http/body-limit.js';
import { IdParam } from '../http/id-param.decorator.js';
import { SlowRoute } from '../http/slow-route.decorator.js';
import { ForStaff } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { DomainError } from '../problem/domain-error.js';
import { Context } from '../tenancy/context.decorator.js';
import type { StaffContext } from '../tenancy/tenant-context.js';
import { SimulateDto, SimulationDto } from './dto/simulation.dto.js';
import { SimulationsService } from './simulations.service.js';

@ApiTags('workflow')
@ApiParam({ name: 'activityId', format: 'uuid' })
@ForStaff('owner', 'admin')
@Controller('api/staff/activities/:activityId/workflow/simulations')
export class SimulationsController {
  constructor(private readonly simulations: SimulationsService) {}

  @Post()
  @HttpCode(200)
  @SlowRoute({ bodyLimit: LARGE_BODY_BYTES })
  @ApiOperation({
    operationId: 'simulateWorkflow',
    summary: 'Says what a draft workflow would change, and why; writes nothing',
    description:
      'Each claim is decided as of its submission, by the revision it was decided by and by the draft; a learner ' +
      'with cart and catalogue, now or at a chosen time. At most 500 claims and about 20 seconds; what there was ' +
      'no time for is named. One goes on at a time; 503 with `Retry-After` when others wait already.',
  })
  @ApiOkResponse({ type: SimulationDto })
  @ApiProblem('sign_in.required', 'access.denied', 'not_found', 'request.invalid', 'workflow.invalid')
  @ApiProblem('service.busy')
  simulate(
    @Context() context: StaffContext,
    @IdParam('activityId') activityId: string,
    @Body() { at, ...request }: SimulateDto,
  ): Promise<SimulationDto> {
    return this.simulations.simulate(context, activityId, {
      ...request,
      ...(at === undefined ? {} : { at: instantOf(at) }),
    });
  }
}

/** A time without its offset could be meant anywhere. */
const instantOf = (text: string): Temporal.Instant => {
  const instant = parseInstant(text);
  if (instant !== null) return instant;
  const message = 'Give a time with its offset, e.g. 2026-05-11T09:45:00Z.';
  throw new DomainError('request.invalid', { faults: [{ field: 'at', code: 'instant', message }] });
};
