import { Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../http/id-param.decorator.js';
import { ForLearners } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { ItineraryDto } from './dto/itinerary.dto.js';
import { ItineraryService } from './itinerary.service.js';

@ApiTags('itinerary')
@ApiParam({ name: 'activityId', format: 'uuid' })
@ForLearners()
@Controller('api/activities/:activityId/itinerary')
export class ItineraryController {
  constructor(private readonly itinerary: ItineraryService) {}

  @Get()
  @ApiOperation({ operationId: 'getItinerary', summary: 'The sessions the learner has starred' })
  @ApiOkResponse({ type: ItineraryDto })
  @ApiProblem('sign_in.required', 'not_found')
  async list(@Context() context: LearnerContext): Promise<ItineraryDto> {
    return { offeringIds: await this.itinerary.offeringIds(context) };
  }

  @Put(':offeringId')
  @HttpCode(204)
  @ApiParam({ name: 'offeringId', format: 'uuid' })
  @ApiOperation({ operationId: 'addToItinerary', summary: 'Stars a session; doing it twice changes nothing' })
  @ApiNoContentResponse()
  @ApiProblem('sign_in.required', 'request.csrf', 'not_found')
  add(@Context() context: LearnerContext, @IdParam('offeringId') offeringId: string): Promise<void> {
    return this.itinerary.add(context, offeringId);
  }

  @Delete(':offeringId')
  @HttpCode(204)
  @ApiParam({ name: 'offeringId', format: 'uuid' })
  @ApiOperation({
    operationId: 'removeFromItinerary',
    summary: 'Takes the star away; doing it twice changes nothing',
  })
  @ApiNoContentResponse()
  @ApiProblem('sign_in.required', 'request.csrf', 'not_found')
  remove(@Context() context: LearnerContext, @IdParam('offeringId') offeringId: string): Promise<void> {
    return this.itinerary.remove(context, offeringId);
  }
}
