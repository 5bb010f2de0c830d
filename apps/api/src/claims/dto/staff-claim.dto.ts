import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { claimStates, type ClaimState } from '@laurel/credit';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { SearchText } from '../../learners/dto/search-text.decorator.js';
import { DocumentChangeDto } from '../../certificates/dto/document-change.dto.js';
import { reportStates, type ReportState } from '../../reporting/report-states.js';
import { WhyEntryDto } from '../../workflow/trail/why-entry.dto.js';
import { PageQueryDto } from '../../http/page-query.dto.js';

/** Drafts are the learner's own until they are submitted. */
const shownStates = claimStates.filter((state) => state !== 'draft');
type ShownState = Exclude<ClaimState, 'draft'>;

export class StaffClaimsQueryDto extends PageQueryDto {
  @IsOptional()
  @IsIn(shownStates)
  @ApiPropertyOptional({ enum: shownStates })
  state?: ShownState;

  @IsOptional()
  @IsUUID()
  @ApiPropertyOptional({ type: String, format: 'uuid' })
  activityId?: string;

  @IsOptional()
  @SearchText()
  @ApiPropertyOptional({
    type: String,
    minLength: 2,
    maxLength: 100,
    description: 'A badge or member number, or a part of the learner’s name; case and accents do not count.',
  })
  search?: string;
}

export class ClaimActionDto {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @Length(3, 500)
  @ApiProperty({
    type: String,
    minLength: 3,
    maxLength: 500,
    description: 'Why; for the society’s own records, the learner does not read it.',
  })
  reason: string;
}

const modes = ['preview', 'apply'] as const;

export class DecideDocumentsDto extends ClaimActionDto {
  @IsIn(modes)
  @ApiProperty({ enum: modes, description: '`preview` writes nothing.' })
  mode: (typeof modes)[number];
}

export class DecidedDocumentsDto {
  @ApiProperty({ type: Boolean, description: 'False for a preview.' }) isApplied: boolean;
  @ApiProperty({ type: [DocumentChangeDto] }) documents: DocumentChangeDto[];
}

export class ClaimLearnerDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, description: 'As on certificates; learners choose it themselves.' })
  name: string;
  @ApiProperty({ type: String, description: 'First and last name as the society registered them.' })
  registeredName: string;
  @ApiProperty({ type: String, nullable: true }) badge: string | null;
}

export class ClaimActivityDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'CONGRESS27' }) code: string;
  @ApiProperty({ type: String }) title: string;
}

export class ClaimAmountDto {
  @ApiProperty({ type: String, example: 'ama-pra-1' }) creditType: string;
  @ApiProperty({ type: Number, example: 21.75, description: 'Credits.' }) claimed: number;
}

export class StaffClaimRowDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ enum: shownStates }) state: ShownState;
  @ApiProperty({ type: ClaimLearnerDto }) learner: ClaimLearnerDto;
  @ApiProperty({ type: ClaimActivityDto }) activity: ClaimActivityDto;
  @ApiProperty({ type: [ClaimAmountDto] }) credits: ClaimAmountDto[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) submittedAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What the learner is told while it is held.' })
  heldReason: string | null;
  @ApiProperty({ type: [String], description: 'What went wrong, while it is held; never shown to learners.' })
  faults: string[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) reopenedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) revokedAt: string | null;
}

export class StaffClaimPageDto {
  @ApiProperty({ type: [StaffClaimRowDto] }) items: StaffClaimRowDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Null at the end.' }) nextCursor: string | null;
}

export class ClaimReportDto {
  @ApiProperty({ type: String, example: 'abp' }) authority: string;
  @ApiProperty({ type: String }) key: string;
  @ApiProperty({ enum: reportStates }) state: ReportState;
}

/** Something staff or the operator did to the claim. */
export class ClaimEventDto {
  @ApiProperty({ type: String, example: 'claim.released' }) action: string;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  @ApiProperty({ type: String, description: 'The person’s name, or that it was the operator.' }) by: string;
}

export class StaffClaimDto extends StaffClaimRowDto {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The claim it took the place of.',
  })
  amendsClaimId: string | null;
  @ApiProperty({ type: [WhyEntryDto], description: 'In the order in which it was decided.' })
  trail: WhyEntryDto[];
  @ApiProperty({ type: [ClaimReportDto], description: 'What authorities were told about it.' })
  reports: ClaimReportDto[];
  @ApiProperty({ type: [ClaimEventDto], description: 'What was done to it, the latest first.' })
  history: ClaimEventDto[];
}
