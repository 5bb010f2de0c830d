import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsISO8601,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { SentenceDto } from '../../workflow/trail/sentence.dto.js';
import { WorkflowStepDto } from '../../workflow/saved/workflow.dto.js';

export const MOST_CLAIMS = 500;

export class SimulateDto {
  @ApiProperty({ type: [WorkflowStepDto], description: 'The draft workflow; secrets may be left out.' })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => WorkflowStepDto)
  steps: WorkflowStepDto[];

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    maxItems: MOST_CLAIMS,
    description: 'Submitted claims of the activity; without these and a learner, the newest 500.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_CLAIMS)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  claimIds?: string[];

  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'One learner’s cart and catalogue.' })
  @IsOptional()
  @IsUUID()
  learnerId?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'When the decision is made; without it now for a learner, and its submission for a claim.',
  })
  @IsOptional()
  @IsISO8601({ strict: true })
  at?: string;
}

export class SimulatedOutcomeDto {
  @ApiProperty({
    type: String,
    description:
      'Offer: `allowed`, `denied`. Requirement: `met`, `unmet`, `optional`. Document: `available`, `unavailable`. ' +
      'Report: `reported`. Total: the credits. Claim: `possible`, `impossible`, `held`.',
  })
  outcome: string;
  @ApiProperty({ type: [SentenceDto], description: 'Why, in the words the learner would read.' })
  reasons: SentenceDto[];
}

export const changeKinds = ['claim', 'offer', 'total', 'requirement', 'document', 'report'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export class SimulatedChangeDto {
  @ApiProperty({ enum: changeKinds }) kind: ChangeKind;
  @ApiProperty({ type: String, description: 'An offering’s id, or the key of what it is about.' })
  key: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: SimulatedOutcomeDto, nullable: true, description: 'Null where there was none.' })
  before: SimulatedOutcomeDto | null;
  @ApiProperty({ type: SimulatedOutcomeDto, nullable: true, description: 'Null where there would be none.' })
  after: SimulatedOutcomeDto | null;
}

export class SimulatedClaimDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null for a learner’s cart.' })
  claimId: string | null;
  @ApiProperty({ type: String, format: 'uuid' }) learnerId: string;
  @ApiProperty({ type: 'integer', description: 'The revision it is decided by now.' }) revision: number;
  @ApiProperty({ type: String, format: 'date-time', description: 'When the decision is made.' }) at: string;
  @ApiProperty({ type: [SimulatedChangeDto] }) changes: SimulatedChangeDto[];
}

export class SimulatedTotalDto {
  @ApiProperty({ type: String }) creditType: string;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({
    type: Number,
    description: 'Credits that could be claimed, over everything that was looked at.',
  })
  before: number;
  @ApiProperty({ type: Number }) after: number;
}

export class SimulatedFaultDto {
  @ApiProperty({ type: String }) plugin: string;
  @ApiProperty({ type: String }) stage: string;
  @ApiProperty({ type: String }) detail: string;
  @ApiProperty({ type: 'integer', description: 'How many answers failed.' }) count: number;
}

export class SimulationDto {
  @ApiProperty({ type: 'integer', description: 'Claims, or the one learner, that were looked at.' })
  examined: number;
  @ApiProperty({ type: [SimulatedClaimDto], description: 'Those that something would change for.' })
  changed: SimulatedClaimDto[];
  @ApiProperty({ type: [SimulatedTotalDto] }) totals: SimulatedTotalDto[];
  @ApiProperty({ type: [SimulatedFaultDto], description: 'Plugins of the draft workflow that failed.' })
  faults: SimulatedFaultDto[];
  @ApiProperty({
    type: [String],
    format: 'uuid',
    description: 'Claims that there was no time for; ask for them alone.',
  })
  unfinished: string[];
}
