import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { type FormScope, formScopes, type QuestionKind, questionKinds } from '../form-definition.js';

export class ResultsQueryDto {
  @IsOptional()
  @IsUUID()
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'For forms about sessions: of this one alone.',
  })
  offeringId?: string;

  @IsOptional()
  @IsIn(['json', 'csv'])
  @ApiPropertyOptional({ enum: ['json', 'csv'], description: '`csv`: one person a line, without names.' })
  format?: 'json' | 'csv';
}

export class ChoiceCountDto {
  @ApiProperty({ type: String }) key: string;
  @ApiProperty({ type: String }) label: string;
  @ApiProperty({ type: 'integer' }) count: number;
}

export class MatrixRowResultDto {
  @ApiProperty({ type: String }) key: string;
  @ApiProperty({ type: String }) label: string;
  @ApiProperty({ type: [ChoiceCountDto] }) choices: ChoiceCountDto[];
}

export class QuestionResultDto {
  @ApiProperty({ type: String }) key: string;
  @ApiProperty({ type: String }) label: string;
  @ApiProperty({ enum: questionKinds }) kind: QuestionKind;
  @ApiProperty({ type: 'integer', description: 'How many answered this question.' }) answeredCount: number;
  @ApiPropertyOptional({ type: [ChoiceCountDto], description: 'Of choices, and of each step of a scale.' })
  choices?: ChoiceCountDto[];
  @ApiPropertyOptional({ type: [MatrixRowResultDto] }) rows?: MatrixRowResultDto[];
  @ApiPropertyOptional({ type: Number, nullable: true, description: 'Of a scale, to two decimals.' })
  mean?: number | null;
  @ApiPropertyOptional({ type: [String], description: 'Of texts, at most 200; the CSV file holds all.' })
  texts?: string[];
}

export class SectionResultDto {
  @ApiProperty({ type: String }) key: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: [QuestionResultDto] }) questions: QuestionResultDto[];
}

export class EvaluationResultsDto {
  @ApiProperty({ type: String }) formKey: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ enum: formScopes }) scope: FormScope;
  @ApiProperty({ type: Boolean }) isAnonymous: boolean;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Of an anonymous form: answers are shown this many at once, never fewer.',
  })
  minimumCount: number | null;
  @ApiProperty({ type: 'integer', description: 'Evaluations that are complete.' }) givenCount: number;
  @ApiProperty({
    type: 'integer',
    description: 'How many of them are counted here; of an anonymous form the others wait for company.',
  })
  count: number;
  @ApiProperty({ type: [SectionResultDto] }) sections: SectionResultDto[];
}
