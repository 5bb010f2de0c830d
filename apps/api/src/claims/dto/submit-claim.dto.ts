import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsObject, IsOptional, Max, Min } from 'class-validator';
import { DocumentsViewDto } from '../../certificates/dto/document-view.dto.js';
import { SubmittedClaimDto } from './submitted-claim.dto.js';

export class SubmitClaimDto {
  @ApiProperty({ type: 'integer', description: 'The cart’s `revision` that the learner looked at.' })
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  revision: number;

  @ApiProperty({
    type: Boolean,
    description: 'That the learner agrees to the cart’s `attestation`; must be true.',
  })
  @IsBoolean()
  isAttested: boolean;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'number' },
    description:
      'To claim less: credits by credit type key, in steps of its increment and at most `computed`. Types that are absent are claimed in full.',
    example: { 'ama-pra-1': 20.5 },
  })
  @IsOptional()
  @IsObject()
  amounts?: Record<string, unknown>;
}

/** What was acknowledged: the claim, and the documents the learner may generate now. */
export class SubmissionDto {
  @ApiProperty({ type: SubmittedClaimDto }) claim: SubmittedClaimDto;
  @ApiProperty({ type: DocumentsViewDto }) documents: DocumentsViewDto;
}
