import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { mailStates, type MailState } from '../mail-states.js';
import { PageQueryDto } from '../../http/page-query.dto.js';

export class StaffMailsQueryDto extends PageQueryDto {
  @IsOptional()
  @IsIn(mailStates)
  @ApiPropertyOptional({ enum: mailStates })
  state?: MailState;
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
