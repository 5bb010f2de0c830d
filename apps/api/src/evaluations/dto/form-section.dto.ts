import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type QuestionKind, questionKinds } from '../form-definition.js';

export class ChoiceDto {
  @ApiProperty({ type: String }) key: string;
  @ApiProperty({ type: String }) label: string;
}

export class ScaleDto {
  @ApiProperty({ type: Number }) min: number;
  @ApiProperty({ type: Number }) max: number;
  @ApiProperty({ type: String }) minLabel: string;
  @ApiProperty({ type: String }) maxLabel: string;
}

export class ConditionDto {
  @ApiProperty({ type: String, description: 'The key of an earlier question of this form.' })
  question: string;
  @ApiPropertyOptional({ type: String, description: 'Shown when the answer is this option, text or number.' })
  equals?: string;
  @ApiPropertyOptional({ type: String, description: 'Shown when this option is among the answers.' })
  includes?: string;
}

export class QuestionDto {
  @ApiProperty({ type: String }) key: string;
  @ApiProperty({ enum: questionKinds }) kind: QuestionKind;
  @ApiProperty({ type: String }) label: string;
  @ApiPropertyOptional({ type: String }) help?: string;
  @ApiProperty({ type: Boolean }) isRequired: boolean;
  @ApiPropertyOptional({ type: [ChoiceDto], description: 'Choices, or the columns of a matrix.' })
  options?: ChoiceDto[];
  @ApiPropertyOptional({ type: [ChoiceDto], description: 'The rows of a matrix.' })
  rows?: ChoiceDto[];
  @ApiPropertyOptional({ type: ScaleDto }) scale?: ScaleDto;
  @ApiPropertyOptional({ type: Number, description: 'Characters.' }) maxLength?: number;
  @ApiPropertyOptional({ type: ConditionDto }) showIf?: ConditionDto;
}

export class FormSectionDto {
  @ApiProperty({ type: String }) key: string;
  @ApiProperty({ type: String }) title: string;
  @ApiPropertyOptional({ type: String }) description?: string;
  @ApiProperty({ type: [QuestionDto] }) questions: QuestionDto[];
}
