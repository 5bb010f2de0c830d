import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsObject, Max, Min } from 'class-validator';
import { ANSWERS_SCHEMA } from './evaluation.dto.js';

export class SaveEvaluationDto {
  /** Checked against the form, question by question; until then exactly as it was sent. */
  @Transform(({ obj }: { obj: { answers?: unknown } }) => obj.answers)
  @IsObject()
  @ApiProperty(ANSWERS_SCHEMA)
  answers: Record<string, unknown>;

  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  @ApiProperty({
    type: Number,
    description: 'The version these answers were typed on; 0 before the first save.',
  })
  version: number;
}
