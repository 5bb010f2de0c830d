import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';

export class SaveRequirementFormDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'boolean' }], nullable: true },
    description:
      'All that was given so far, by field key; it replaces what was saved before. Texts of at most 200 characters, boxes to tick as true or false.',
    example: { consent: true, npi: '1234567893' },
  })
  @IsObject()
  values: Record<string, unknown>;
}
