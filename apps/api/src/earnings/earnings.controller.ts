import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { BodyLimit, LARGE_BODY_BYTES } from '../http/body-limit.js';
import { CartDto } from '../claims/dto/cart.dto.js';
import { ForLearners } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { EarningsDto, EarningsQueryDto, SelectEarningsDto } from './dto/earnings.dto.js';
import { SelectionService } from './selection.service.js';

@ApiTags('earnings')
@ApiParam({ name: 'activityId', format: 'uuid' })
@ForLearners()
@Controller('api/activities/:activityId/earnings')
export class EarningsController {
  constructor(private readonly selections: SelectionService) {}

  @Get()
  @ApiOperation({
    operationId: 'getEarnings',
    summary: 'What the learner has earned by completions and not claimed yet, of one credit type',
    description:
      'Credits are decimal numbers. Without `creditType` the society’s first that this learner may be awarded. 404 where credit is not earned by completions.',
  })
  @ApiOkResponse({ type: EarningsDto })
  @ApiProblem('sign_in.required', 'request.invalid', 'not_found')
  read(@Context() context: LearnerContext, @Query() { creditType }: EarningsQueryDto): Promise<EarningsDto> {
    return this.selections.show(context, creditType);
  }

  @Put('selection')
  @BodyLimit(LARGE_BODY_BYTES)
  @ApiOperation({
    operationId: 'selectEarnings',
    summary: 'Selects what to claim, in the place of what was selected before',
    description:
      'A topic is claimed once for each credit type: what is claimed of it less than offered is given up, and the line says so in `notes`. `offering.not_allowed` carries the reasons in `denials`.',
  })
  @ApiOkResponse({ type: CartDto })
  @ApiProblem(
    'sign_in.required',
    'request.csrf',
    'request.invalid',
    'not_found',
    'offering.not_allowed',
    'claim.amount_too_high',
  )
  select(@Context() context: LearnerContext, @Body() selection: SelectEarningsDto): Promise<CartDto> {
    return this.selections.select(context, selection);
  }
}
