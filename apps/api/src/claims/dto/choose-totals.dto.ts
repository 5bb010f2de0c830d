import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsObject, Max, Min } from 'class-validator';

export class ChooseTotalsDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number', nullable: true },
    description:
      'Credits to claim by credit type key, in steps of its increment, at most `computed`; null takes a choice back. Types that are absent stay as they are.',
    example: { 'ama-pra-1': 20.5 },
  })
  @IsObject()
  amounts: Record<string, unknown>;

  @ApiProperty({ type: 'integer', description: 'The cart’s `revision` that the learner looked at.' })
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  revision: number;
}
