import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../http/id-param.decorator.js';
import { ForStaff } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { StaffContext } from '../tenancy/tenant-context.js';
import { StaffReportPageDto, StaffReportsQueryDto } from './dto/staff-report.dto.js';
import { StaffReportsService } from './staff-reports.service.js';

@ApiTags('staff')
@ForStaff('owner', 'admin', 'support')
@Controller('api/staff/reports')
export class StaffReportsController {
  constructor(private readonly reports: StaffReportsService) {}

  @Get()
  @ApiOperation({
    operationId: 'listStaffReports',
    summary: 'Reports to authorities about claimed credit, the newest first',
    description: 'With `state=failed` those that were given up, each with what came back last.',
  })
  @ApiOkResponse({ type: StaffReportPageDto })
  @ApiProblem('sign_in.required', 'access.denied', 'request.invalid')
  list(
    @Context() context: StaffContext,
    @Query() { limit = 20, ...filter }: StaffReportsQueryDto,
  ): Promise<StaffReportPageDto> {
    return this.reports.list(context, { limit, ...filter });
  }

  @Post(':reportId/retry')
  @HttpCode(204)
  @ApiParam({ name: 'reportId', format: 'uuid' })
  @ApiOperation({
    operationId: 'retryReport',
    summary: 'Lets a failed report be delivered again',
    description: 'It keeps its key, so that an authority that has it already knows it again.',
  })
  @ApiNoContentResponse()
  @ApiProblem('sign_in.required', 'request.csrf', 'access.denied', 'not_found', 'delivery.not_failed')
  async retry(@Context() context: StaffContext, @IdParam('reportId') reportId: string): Promise<void> {
    await this.reports.retry(context, reportId);
  }
}
