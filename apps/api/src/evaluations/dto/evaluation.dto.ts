import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { type Answers, type FormScope, formScopes } from '../form-definition.js';
import { FormSectionDto } from './form-section.dto.js';

/** How an answer looks, by the question's kind; for the OpenAPI document. */
export const ANSWERS_SCHEMA: ApiPropertyOptions = {
  type: 'object',
  description:
    'By question key: an option’s key, several option keys, a number, a text, or for a matrix the option’s key by row key.',
  additionalProperties: {
    oneOf: [
      { type: 'string' },
      { type: 'number' },
      { type: 'array', items: { type: 'string' } },
      { type: 'object', additionalProperties: { type: 'string' } },
    ],
  },
};

export class EvaluationProgressDto {
  @ApiProperty({ type: Boolean, description: 'Every required question that is shown has a valid answer.' })
  isComplete: boolean;
  @ApiProperty({ type: Number, description: 'Required questions that are shown to this learner.' })
  requiredCount: number;
  @ApiProperty({ type: Number, description: 'How many of those are answered.' })
  answeredCount: number;
}

export class EvaluationHeadDto extends EvaluationProgressDto {
  @ApiProperty({ type: String }) formKey: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ enum: formScopes }) scope: FormScope;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) offeringId: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) claimId: string | null;
  @ApiProperty({
    type: Boolean,
    description:
      'The answers are given whole with `giveAnonymousEvaluation` and cannot be read again; that they were given is known.',
  })
  isAnonymous: boolean;
}

export class EvaluationSummaryDto extends EvaluationHeadDto {
  @ApiProperty({
    type: Boolean,
    description: 'Something is answered, be it a row of a question or what is not required.',
  })
  isBegun: boolean;
}

export class EvaluationDto extends EvaluationHeadDto {
  @ApiProperty({ type: [FormSectionDto] }) sections: FormSectionDto[];
  @ApiProperty(ANSWERS_SCHEMA) answers: Answers;
  @ApiProperty({
    type: Number,
    description: 'Rises with every save; 0 before the first. Send it back with the next save.',
  })
  version: number;
}

export class AnswerFaultDto {
  @ApiProperty({ type: String, description: 'The question’s key; `<question>.<row>` in a matrix.' })
  field: string;
  @ApiProperty({ type: String }) code: string;
  @ApiProperty({ type: String }) message: string;
}

export class SavedEvaluationDto extends EvaluationProgressDto {
  @ApiProperty({ type: Number }) version: number;
  @ApiProperty({ type: String, format: 'date-time' }) savedAt: string;
  @ApiProperty({
    type: [AnswerFaultDto],
    description: 'Answers that do not fit their questions; everything else was saved.',
  })
  faults: AnswerFaultDto[];
}

export class EvaluationSubjectDto {
  @IsOptional()
  @IsUUID()
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'For forms about an offering: which one.',
  })
  offeringId?: string;

  @IsOptional()
  @IsUUID()
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'For forms about a claim: which one of the learner’s submitted claims.',
  })
  claimId?: string;
}
