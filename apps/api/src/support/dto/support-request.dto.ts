import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

export class SupportRequestDto {
  @IsString()
  @Matches(/\S/, { message: 'Say what we can help with.' })
  @MaxLength(4_000)
  @ApiProperty({ type: String, maxLength: 4_000, description: 'In the learner’s words.' })
  message: string;

  @IsString()
  @Matches(/^\/[^\s]*$/, { message: 'page must be a path of the portal.' })
  @MaxLength(300)
  @ApiProperty({
    type: String,
    maxLength: 300,
    example: '/cart',
    description: 'Path of the page it is written on.',
  })
  page: string;

  @IsOptional()
  @IsUUID()
  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'The session or topic it is about.' })
  offeringId?: string;

  @IsOptional()
  @IsUUID()
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'A submitted claim; without it the one the learner works at.',
  })
  claimId?: string;

  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  @ApiPropertyOptional({
    type: String,
    format: 'email',
    description: 'Where answers go, when not to the address that the society knows.',
  })
  replyTo?: string;
}

export class SupportReceiptDto {
  @ApiProperty({
    type: String,
    example: 'K7QF-9M2X',
    description: 'Stands in the subject of the mail; made to be said on the telephone.',
  })
  reference: string;
}
