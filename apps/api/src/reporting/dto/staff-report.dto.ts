import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { reportStates, type ReportState } from '../report-states.js';
import { PageQueryDto } from '../../http/page-query.dto.js';

export class StaffReportsQueryDto extends PageQueryDto {
  @IsOptional()
  @IsIn(reportStates)
  @ApiPropertyOptional({ enum: reportStates })
  state?: ReportState;
}

export class StaffReportDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'uuid' }) claimId: string;
  @ApiProperty({ type: String, example: 'abp' }) authority: string;
  @ApiProperty({ type: String, description: 'What the authority knows the report by.' }) key: string;
  @ApiProperty({ type: String, description: 'The step that delivers it.' }) plugin: string;
  @ApiProperty({ enum: reportStates }) state: ReportState;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: 'integer' }) attempts: number;
  @ApiProperty({ type: String, nullable: true, description: 'What came back last.' })
  lastDetail: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastAttemptAt: string | null;
}

export class StaffReportPageDto {
  @ApiProperty({ type: [StaffReportDto] }) items: StaffReportDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Null at the end.' }) nextCursor: string | null;
}
