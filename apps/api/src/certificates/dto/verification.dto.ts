import { ApiProperty } from '@nestjs/swagger';
import { replacementReasons, type ReplacementReason } from '../certificate.entity.js';
import { CertificatePartDto, WordedCreditDto } from './certificate-view.dto.js';

export class VerifiedActivityDto {
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: String, example: 'May 9–12, 2018' }) dates: string;
  @ApiProperty({ type: String, nullable: true }) place: string | null;
  @ApiProperty({ type: String, example: 'live activity' }) format: string;
}

export class SuccessorDto {
  @ApiProperty({ type: String }) number: string;
  @ApiProperty({
    enum: replacementReasons,
    nullable: true,
    description: 'Why it took this one’s place; null where that was not kept.',
  })
  because: ReplacementReason | null;
}

/** What a certificate says of itself, and whether it still stands. */
export class VerificationDto {
  @ApiProperty({ enum: ['valid', 'superseded', 'revoked'] }) state: 'valid' | 'superseded' | 'revoked';
  @ApiProperty({ type: String }) number: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: String, nullable: true }) credentials: string | null;
  @ApiProperty({ type: String }) provider: string;
  @ApiProperty({ type: VerifiedActivityDto }) activity: VerifiedActivityDto;
  @ApiProperty({ type: [WordedCreditDto] }) credits: WordedCreditDto[];
  @ApiProperty({
    type: [CertificatePartDto],
    description: 'The certificates that it consists of, one for each course; empty when it is one.',
  })
  parts: CertificatePartDto[];
  @ApiProperty({ type: String, description: 'As printed.' }) issuedOn: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it was superseded or revoked.',
  })
  endedAt: string | null;
  @ApiProperty({ type: SuccessorDto, nullable: true }) supersededBy: SuccessorDto | null;
}
