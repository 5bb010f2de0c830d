import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  Equals,
  IsArray,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { RequirementDto } from '../../claims/dto/cart.dto.js';
import { SentenceDto } from '../../workflow/trail/sentence.dto.js';

/** Topics that can be named in one selection; `all` has no limit. */
export const MAX_SELECTED = 5_000;

export class ExpiringCreditDto {
  @ApiProperty({ type: String, format: 'date-time', description: 'Until when it can be claimed.' })
  until: string;
  @ApiProperty({ type: Number, example: 0.5, description: 'Credits of the type that end then.' })
  amount: number;
}

export class EarnedCreditTypeDto {
  @ApiProperty({ type: String, example: 'ama-pra-1' }) creditType: string;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: String }) shortName: string;
  @ApiProperty({ type: String, description: 'Singular or plural as the available amount needs it.' })
  unit: string;
  @ApiProperty({ type: Number, example: 12.5, description: 'Credits that can be claimed now.' })
  available: number;
  @ApiProperty({ type: 'integer', description: 'Topics that they are of.' }) count: number;
  @ApiProperty({
    type: ExpiringCreditDto,
    nullable: true,
    description:
      'What ends first among what the society warns of by now; null while there is no such credit.',
  })
  expiring: ExpiringCreditDto | null;
}

export class EarnedTopicDto {
  @ApiProperty({ type: String, format: 'uuid' }) offeringId: string;
  @ApiProperty({ type: String }) code: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: Number, example: 1.25, description: 'Credits; the most that can be claimed of it.' })
  amount: number;
  @ApiProperty({
    type: Number,
    example: 0.25,
    description: 'The smallest step in which less can be claimed.',
  })
  increment: number;
  @ApiProperty({ type: String, format: 'date-time', description: 'When the topic was completed.' })
  earnedAt: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when it can be claimed; null when no rule says so.',
  })
  until: string | null;
  @ApiProperty({ type: Boolean, description: '`until` is so near that the society warns of it.' })
  isExpiringSoon: boolean;
  @ApiProperty({ type: Boolean }) isAllowed: boolean;
  @ApiProperty({ type: [SentenceDto] }) denials: SentenceDto[];
}

export class EarnedCourseDto {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Null for topics that belong to no course; they stand last.',
  })
  courseId: string | null;
  @ApiProperty({ type: String }) code: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: Number, description: 'Credits of the course that can be claimed now.' })
  available: number;
  @ApiProperty({ type: [EarnedTopicDto], description: 'In the order in which they were earned.' })
  topics: EarnedTopicDto[];
}

export class ExpiredCreditDto {
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: Number, description: 'Credits of the type that was asked for.' }) amount: number;
}

/** What was earned by completions and not claimed yet, of one credit type. */
export class EarningsDto {
  @ApiProperty({ type: String }) creditType: string;
  @ApiProperty({
    type: [EarnedCreditTypeDto],
    description: 'Every type that the programme carries and this learner may be awarded.',
  })
  creditTypes: EarnedCreditTypeDto[];
  @ApiProperty({ type: Number, description: 'Credits of this type that can be claimed now.' })
  available: number;
  @ApiProperty({ type: [EarnedCourseDto] }) courses: EarnedCourseDto[];
  @ApiProperty({ type: ExpiredCreditDto, description: 'What was not claimed in time; it is not listed.' })
  expired: ExpiredCreditDto;
  @ApiProperty({
    type: [RequirementDto],
    description: 'What a claim needs, such as a membership, as of now.',
  })
  requirements: RequirementDto[];
}

export class EarningsQueryDto {
  @ApiPropertyOptional({ type: String, example: 'ama-pra-1' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  creditType?: string;
}

export class SelectedTopicDto {
  @ApiProperty({ type: String, format: 'uuid' }) @IsUUID() offeringId: string;
  @ApiProperty({ type: Number, example: 1.25, description: 'Credits, in steps of the type’s increment.' })
  @IsNumber()
  amount: number;
}

/** Either `all`, or `items`; an empty list of items selects nothing. */
export class SelectEarningsDto {
  @ApiProperty({ type: String, example: 'ama-pra-1' }) @IsString() @MaxLength(100) creditType: string;
  @ApiPropertyOptional({ type: Boolean, enum: [true], description: 'Everything that can be claimed now.' })
  @IsOptional()
  @Equals(true)
  all?: true;
  @ApiPropertyOptional({ type: [SelectedTopicDto], maxItems: MAX_SELECTED })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_SELECTED)
  @ValidateNested({ each: true })
  @Type(() => SelectedTopicDto)
  items?: SelectedTopicDto[];
}
