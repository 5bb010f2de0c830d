import { negotiate } from '@fastify/accept-negotiator';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUnchanged, setVersion } from '../http/etag.js';
import { IdParam } from '../http/id-param.decorator.js';
import { ForLearners } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { CatalogueService } from './catalogue.service.js';
import { CatalogueDto, OfferingDetailDto } from './dto/catalogue.dto.js';

@ApiTags('catalogue')
@ApiParam({ name: 'activityId', format: 'uuid', description: 'The activity the learner is signed in to.' })
@ForLearners()
@Controller('api/activities/:activityId/offerings')
export class CatalogueController {
  constructor(private readonly catalogue: CatalogueService) {}

  @Get()
  @ApiOperation({
    operationId: 'getCatalogue',
    summary: 'All offerings of the activity, each with what this learner could claim and whether they may',
    description:
      'Not paged: the portal searches it without the network. Decisions hold for the present minute. ' +
      'Revalidate with `If-None-Match`.',
  })
  @ApiOkResponse({ type: CatalogueDto })
  @ApiResponse({ status: 304, description: 'Unchanged since the ETag in `If-None-Match`.' })
  @ApiProblem('sign_in.required', 'not_found')
  async list(
    @Context() context: LearnerContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer | undefined> {
    const catalogue = await this.catalogue.catalogue(context);
    void reply.header('vary', 'accept-encoding');
    if (isUnchanged(request, reply, catalogue.version)) return undefined;
    void reply.header('content-type', 'application/json; charset=utf-8');
    // What takes no Brotli is packed as it takes it, on the way out.
    const isPacked = negotiate(request.headers['accept-encoding'] ?? '', ['br', 'gzip']) === 'br';
    const { version, content } = isPacked ? await catalogue.packed() : catalogue.text();
    setVersion(reply, version);
    if (isPacked) void reply.header('content-encoding', 'br');
    return content;
  }

  @Get(':offeringId')
  @ApiParam({ name: 'offeringId', format: 'uuid' })
  @ApiOperation({
    operationId: 'getOffering',
    summary: 'One offering with its description and why this learner may or may not claim it',
  })
  @ApiOkResponse({ type: OfferingDetailDto })
  @ApiProblem('sign_in.required', 'not_found')
  read(
    @Context() context: LearnerContext,
    @IdParam('offeringId') offeringId: string,
  ): Promise<OfferingDetailDto> {
    return this.catalogue.offering(context, offeringId);
  }
}
