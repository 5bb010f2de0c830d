import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ForLearners } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { DomainError } from '../problem/domain-error.js';
import { Context } from '../tenancy/context.decorator.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { SupportReceiptDto, SupportRequestDto } from './dto/support-request.dto.js';
import { SupportRequestsService } from './support-requests.service.js';

/** Visible ASCII, as HTTP headers carry it. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{8,200}$/;

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
    @Headers('idempotency-key') key: string | undefined,
    @Body() request: SupportRequestDto,
  ): Promise<SupportReceiptDto> {
    if (key === undefined || !IDEMPOTENCY_KEY.test(key)) throw new DomainError('idempotency.key_required');
    return this.requests.send(context, key, request);
  }
}
