import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { ForLearners } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { SupportReceiptDto, SupportRequestDto } from './dto/support-request.dto.js';
import { SupportRequestsService } from './support-requests.service.js';

@ApiTags('support')
@ForLearners()
@Controller('api/support-requests')
export class SupportRequestsController {
  constructor(private readonly requests: SupportRequestsService) {}

  @Post()
  @HttpCode(202)
  @ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: '8 to 200 visible characters, chosen by the client for this request.',
  })
  @ApiOperation({
    operationId: 'requestSupport',
    summary: 'Asks the society’s desk for help',
    description:
      'Sends a mail with the learner’s words, who they are, the page, their claim with its decisions in plain words, ' +
      'and the session asked about with its reasons. The same key again sends nothing more and answers the same ' +
      'reference. At most ten requests an hour.',
  })
  @ApiAcceptedResponse({ type: SupportReceiptDto })
  @ApiProblem(
    'sign_in.required',
    'request.csrf',
    'request.invalid',
    'not_found',
    'idempotency.key_required',
    'rate.limited',
  )
  send(
    @Context() context: LearnerContext,
    @IdempotencyKey() key: string,
    @Body() request: SupportRequestDto,
  ): Promise<SupportReceiptDto> {
    return this.requests.send(context, key, request);
  }
}
