import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import {
  CertificateViewDto,
  SheetDto,
  WordedCreditDto,
} from '../../certificates/dto/certificate-view.dto.js';
import { DocumentViewDto } from '../../certificates/dto/document-view.dto.js';
import { ClaimedCreditDto } from './submitted-claim.dto.js';

export const claimOrders = ['claimedAt', 'yearEarned', 'credits'] as const;
export type ClaimOrder = (typeof claimOrders)[number];

export class ClaimHistoryQueryDto {
  @ApiPropertyOptional({ enum: claimOrders, default: 'claimedAt' })
  @IsOptional()
  @IsIn(claimOrders)
  sort: ClaimOrder = 'claimedAt';

  @ApiPropertyOptional({ enum: ['asc', 'desc'], default: 'desc' })
  @IsOptional()
  @IsIn(['asc', 'desc'])
  order: 'asc' | 'desc' = 'desc';

  @ApiPropertyOptional({ type: String, description: '`nextCursor` of the page before, with the same order.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

export const historyStates = ['submitted', 'certified', 'held', 'amended', 'revoked'] as const;
export type HistoryState = (typeof historyStates)[number];

/** One claim of the tab “Claimed”. */
export class ClaimHistoryItemDto {
  @ApiProperty({ type: String, format: 'uuid' }) claimId: string;
  @ApiProperty({ type: String, format: 'date-time' }) claimedAt: string;
  @ApiProperty({
    type: 'array',
    items: { type: 'integer' },
    description: 'Ascending, in the activity’s time zone.',
    example: [2026],
  })
  yearEarned: number[];
  @ApiProperty({ type: String, example: 'ama-pra-1', description: 'The first, when it claims several.' })
  creditType: string;
  @ApiProperty({ type: String }) creditTypeName: string;
  @ApiProperty({ type: String, description: 'Singular or plural as the credits need it.' }) unit: string;
  @ApiProperty({ type: Number, example: 12.5 }) credits: number;
  @ApiProperty({ type: [String], description: 'Titles of the courses that it claims topics of.' })
  courses: string[];
  @ApiProperty({ enum: historyStates }) state: HistoryState;
  @ApiProperty({ type: [CertificateViewDto] }) certificates: CertificateViewDto[];
}

export class ClaimHistoryDto {
  @ApiProperty({ type: [ClaimHistoryItemDto] }) items: ClaimHistoryItemDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' })
  nextCursor: string | null;
}

/** One topic, or session, with the credit that was or will be claimed for it. */
export class ClaimedTopicDto {
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: Number, example: 1.25, description: 'Credits of the topic.' }) amount: number;
}

/** One certificate of a document. */
export class DocumentPartDto {
  @ApiProperty({ type: String, nullable: true, description: 'Null when the document is not by course.' })
  courseTitle: string | null;
  @ApiProperty({ type: [WordedCreditDto] }) credits: WordedCreditDto[];
  @ApiProperty({ type: [ClaimedTopicDto] }) topics: ClaimedTopicDto[];
}

export class PreviewSheetQueryDto {
  @ApiProperty({ type: String, example: 'cme', description: 'Key of the document.' })
  @IsString()
  @MaxLength(200)
  document: string;

  @ApiPropertyOptional({ type: 'integer', default: 1, description: 'Which of its parts, from 1.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000)
  part: number = 1;
}

export class NameSheetQueryDto {
  @ApiProperty({ type: String, maxLength: 200 })
  @IsString()
  @MaxLength(200)
  displayName: string;

  @ApiPropertyOptional({ type: String, maxLength: 60, default: '' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  credentials: string = '';
}

/** A document as it would be printed. */
export class DocumentPreviewDto {
  @ApiProperty({ type: String, example: 'cme' }) key: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: String, description: 'The learner’s display name, as it is printed.' }) name: string;
  @ApiProperty({ type: String }) credentials: string;
  @ApiProperty({ type: String }) activityTitle: string;
  @ApiProperty({ type: [DocumentPartDto] }) parts: DocumentPartDto[];
  @ApiProperty({
    type: SheetDto,
    nullable: true,
    description: 'Null while the society has not finished the design.',
  })
  sheet: SheetDto | null;
}

export class ClaimPreviewDto {
  @ApiProperty({ type: [DocumentPreviewDto] }) documents: DocumentPreviewDto[];
}

/** One claim in force with all that it claims, and its documents. */
export class ClaimDetailDto {
  @ApiProperty({ type: String, format: 'uuid' }) claimId: string;
  @ApiProperty({ type: String, format: 'date-time' }) claimedAt: string;
  @ApiProperty({ enum: ['submitted', 'certified', 'held'] }) state: 'submitted' | 'certified' | 'held';
  @ApiProperty({ type: String, nullable: true, description: 'Why a person has to look at it first.' })
  heldText: string | null;
  @ApiProperty({ type: [ClaimedCreditDto] }) credits: ClaimedCreditDto[];
  @ApiProperty({ type: [DocumentPartDto], description: 'What is claimed, by course.' })
  courses: DocumentPartDto[];
  @ApiProperty({ type: [DocumentViewDto] }) documents: DocumentViewDto[];
}
