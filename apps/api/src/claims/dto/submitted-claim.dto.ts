import { claimStatesInForce, type ClaimStateInForce } from '@laurel/credit';
import { ApiProperty } from '@nestjs/swagger';

export class ClaimedCreditDto {
  @ApiProperty({ type: String, example: 'ama-pra-1' }) creditType: string;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: String, description: 'Singular or plural as the amount needs it.' }) unit: string;
  @ApiProperty({ type: Number, example: 21.75, description: 'Credits.' }) claimed: number;
  @ApiProperty({ type: Number, example: 24, description: 'The most that could be claimed, in credits.' })
  computed: number;
}

/** The claim in force. */
export class SubmittedClaimDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ enum: claimStatesInForce }) state: ClaimStateInForce;
  @ApiProperty({ type: String, format: 'date-time' }) submittedAt: string;
  @ApiProperty({ type: [ClaimedCreditDto] }) credits: ClaimedCreditDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Why a person has to look at it first.' })
  heldText: string | null;
  @ApiProperty({ type: 'integer', description: 'Offerings in the claim.' }) lineCount: number;
}
