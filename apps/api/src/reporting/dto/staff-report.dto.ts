import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { reportStates, type ReportState } from '../report-states.js';

export class StaffReportsQueryDto {
  @IsOptional()
  @IsIn(reportStates)
  @ApiPropertyOptional({ enum: reportStates })
  state?: ReportState;

  @IsOptional()
  @IsUUID()
  @ApiPropertyOptional({ type: String, description: '`nextCursor` of the page before.' })
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  @ApiPropertyOptional({ type: 'integer', default: 20, minimum: 1, maximum: 100 })
  limit?: number;
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
