import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { mailStates, type MailState } from '../mail-states.js';

export class StaffMailsQueryDto {
  @IsOptional()
  @IsIn(mailStates)
  @ApiPropertyOptional({ enum: mailStates })
  state?: MailState;

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

export class StaffMailDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) to: string;
  @ApiProperty({ type: String }) subject: string;
  @ApiProperty({ enum: mailStates }) state: MailState;
  @ApiProperty({ type: 'integer' }) attempts: number;
  @ApiProperty({ type: String, nullable: true, description: 'The mail server’s words.' })
  lastError: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) sentAt: string | null;
}

export class StaffMailPageDto {
  @ApiProperty({ type: [StaffMailDto] }) items: StaffMailDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Null at the end.' }) nextCursor: string | null;
}
