import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { ForLearners } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { ChoicesService } from './choices.service.js';
import { CartDto } from './dto/cart.dto.js';
import { ChooseTotalsDto } from './dto/choose-totals.dto.js';
import { SaveRequirementFormDto } from './dto/save-requirement-form.dto.js';

@ApiTags('claims')
@ApiParam({ name: 'activityId', format: 'uuid' })
@ForLearners()
@Controller('api/activities/:activityId')
export class ChoicesController {
  constructor(private readonly choices: ChoicesService) {}

  @Put('cart/totals')
  @ApiOperation({
    operationId: 'chooseTotals',
    summary: 'Keeps in the draft how much the learner claims of each credit type',
    description:
      'From 0 to `computed`, in steps of `increment`. Where `amounts` are absent at submission, the chosen totals are claimed.',
  })
  @ApiOkResponse({ type: CartDto })
  @ApiProblem(
    'sign_in.required',
    'request.csrf',
    'request.invalid',
    'not_found',
    'claim.empty',
    'claim.already_submitted',
    'claim.changed',
    'claim.amount_too_high',
  )
  chooseTotals(@Context() context: LearnerContext, @Body() request: ChooseTotalsDto): Promise<CartDto> {
    return this.choices.chooseTotals(context, request);
  }

  @Put('claim/forms/:formKey')
  @ApiParam({ name: 'formKey', example: 'credit-reporting' })
  @ApiOperation({
    operationId: 'saveRequirementForm',
    summary: 'Keeps what the learner put into the form of a requirement, right or wrong',
    description:
      'Values may be saved while they are typed; the requirement in the answer says what is wrong with them. Fields the form does not have are refused.',
  })
  @ApiOkResponse({ type: CartDto })
  @ApiProblem('sign_in.required', 'request.csrf', 'request.invalid', 'not_found')
  saveForm(
    @Context() context: LearnerContext,
    @Param('formKey') formKey: string,
    @Body() { values }: SaveRequirementFormDto,
  ): Promise<CartDto> {
    return this.choices.saveForm(context, formKey, values);
  }
}
