import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../http/id-param.decorator.js';
import { ForStaff } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { StaffContext } from '../tenancy/tenant-context.js';
import { StaffMailPageDto, StaffMailsQueryDto } from './dto/staff-mail.dto.js';
import { StaffMailsService } from './staff-mails.service.js';

@ApiTags('staff')
@ForStaff('owner', 'admin', 'support')
@Controller('api/staff/mails')
export class StaffMailsController {
  constructor(private readonly mails: StaffMailsService) {}

  @Get()
  @ApiOperation({
    operationId: 'listStaffMails',
    summary: 'Mails of the society, the newest first; not what they say',
    description: 'With `state=failed` those that were given up, each with the mail server’s words.',
  })
  @ApiOkResponse({ type: StaffMailPageDto })
  @ApiProblem('sign_in.required', 'access.denied', 'request.invalid')
  list(
    @Context() context: StaffContext,
    @Query() { limit = 20, ...filter }: StaffMailsQueryDto,
  ): Promise<StaffMailPageDto> {
    return this.mails.list(context, { limit, ...filter });
  }

  @Post(':mailId/retry')
  @HttpCode(204)
  @ApiParam({ name: 'mailId', format: 'uuid' })
  @ApiOperation({
    operationId: 'retryMail',
    summary: 'Lets a mail that was given up be sent again',
    description: 'Where `lastError` says that it may have arrived, it may then arrive twice.',
  })
  @ApiNoContentResponse()
  @ApiProblem('sign_in.required', 'request.csrf', 'access.denied', 'not_found', 'delivery.not_failed')
  async retry(@Context() context: StaffContext, @IdParam('mailId') mailId: string): Promise<void> {
    await this.mails.retry(context, mailId);
  }
}
