import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsObject, IsUUID } from 'class-validator';
import { ANSWERS_SCHEMA } from './evaluation.dto.js';

export class GiveAnonymousEvaluationDto {
  /** Checked against the form, question by question; until then exactly as it was sent. */
  @Transform(({ obj }: { obj: { answers?: unknown } }) => obj.answers)
  @IsObject()
  @ApiProperty(ANSWERS_SCHEMA)
  answers: Record<string, unknown>;

  @IsUUID('4')
  @ApiProperty({
    type: String,
    format: 'uuid',
    description: 'Random, chosen by the device, and the same whenever it sends these answers.',
  })
  ticket: string;
}

export class GivenEvaluationDto {
  @ApiProperty({
    type: Boolean,
    description: 'The answers count; they can be neither read nor changed again.',
  })
  isComplete: boolean;
}
