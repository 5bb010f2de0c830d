import { Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../http/id-param.decorator.js';
import { ForLearners } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { CartService } from './cart.service.js';
import { AddResultDto, CartDto, CartSourceDto } from './dto/cart.dto.js';

@ApiTags('claims')
@ApiParam({ name: 'activityId', format: 'uuid' })
@ForLearners()
@Controller('api/activities/:activityId/cart')
export class CartController {
  constructor(private readonly carts: CartService) {}

  @Get()
  @ApiOperation({
    operationId: 'getCart',
    summary: 'The draft claim with its totals and requirements, or the claim in force when there is no draft',
    description:
      'Credits are decimal numbers. Every difference between `selected` and `computed` is explained.',
  })
  @ApiOkResponse({ type: CartDto })
  @ApiProblem('sign_in.required', 'not_found')
  read(@Context() context: LearnerContext): Promise<CartDto> {
    return this.carts.read(context);
  }

  @Delete()
  @ApiOperation({
    operationId: 'giveUpCart',
    summary: 'Empties the draft; gives up an amendment, and what was submitted stays in force',
  })
  @ApiOkResponse({ type: CartDto })
  @ApiProblem('sign_in.required', 'request.csrf', 'not_found')
  giveUp(@Context() context: LearnerContext): Promise<CartDto> {
    return this.carts.giveUp(context);
  }

  @Put('lines/:offeringId')
  @ApiParam({ name: 'offeringId', format: 'uuid' })
  @ApiOperation({
    operationId: 'addToCart',
    summary: 'Adds an offering, with the credit of every type that the learner may claim; idempotent',
    description:
      'After a submission this begins an amendment. The server decides: `offering.not_allowed` carries every reason in `denials`, `claim.already_submitted` says why what was submitted can no longer be amended.',
  })
  @ApiOkResponse({ type: CartDto })
  @ApiProblem(
    'sign_in.required',
    'request.csrf',
    'not_found',
    'offering.not_allowed',
    'claim.already_submitted',
  )
  add(@Context() context: LearnerContext, @IdParam('offeringId') offeringId: string): Promise<CartDto> {
    return this.carts.add(context, offeringId);
  }

  @Delete('lines/:offeringId')
  @ApiParam({ name: 'offeringId', format: 'uuid' })
  @ApiOperation({
    operationId: 'removeFromCart',
    summary: 'Removes an offering of the activity; idempotent',
    description: 'After a submission this begins an amendment.',
  })
  @ApiOkResponse({ type: CartDto })
  @ApiProblem('sign_in.required', 'request.csrf', 'not_found', 'claim.already_submitted')
  remove(@Context() context: LearnerContext, @IdParam('offeringId') offeringId: string): Promise<CartDto> {
    return this.carts.remove(context, offeringId);
  }

  @Get('sources')
  @ApiOperation({
    operationId: 'listCartSources',
    summary: 'What can be added with one press: the itinerary, and evidence such as flags of the mobile app',
  })
  @ApiOkResponse({ type: [CartSourceDto] })
  @ApiProblem('sign_in.required', 'not_found')
  listSources(@Context() context: LearnerContext): Promise<CartSourceDto[]> {
    return this.carts.listSources(context);
  }

  @Post('sources/:kind')
  @HttpCode(200)
  @ApiParam({ name: 'kind', example: 'itinerary' })
  @ApiOperation({
    operationId: 'addSourceToCart',
    summary: 'Adds every offering of a source that may be added, and says of the others why not',
  })
  @ApiOkResponse({ type: AddResultDto })
  @ApiProblem('sign_in.required', 'request.csrf', 'not_found', 'claim.already_submitted')
  addFrom(@Context() context: LearnerContext, @Param('kind') kind: string): Promise<AddResultDto> {
    return this.carts.addFrom(context, kind);
  }
}
