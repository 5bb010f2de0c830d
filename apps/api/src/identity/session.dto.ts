import { ApiProperty } from '@nestjs/swagger';
import { type SignInWayKind, signInWayKinds } from '../tenancy/sign-in-ways.js';
import { IsString, Matches, MaxLength, ValidateIf } from 'class-validator';

export class SessionLearnerDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, description: 'As it appears on certificates.' }) displayName: string;
  @ApiProperty({ type: String }) firstName: string;
  @ApiProperty({ type: String }) lastName: string;
  @ApiProperty({ type: String, example: 'MD, FACS' }) credentials: string;
  @ApiProperty({ type: String }) profession: string;
  @ApiProperty({ type: String, nullable: true }) email: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'By kind: `npi`, `abp`, `asrt`, …',
  })
  identifiers: Record<string, string>;
}

export class SessionRegistrationDto {
  @ApiProperty({ type: String, nullable: true, description: 'Null for a learner who enrolled without one.' })
  badge: string | null;
  @ApiProperty({ type: String, nullable: true }) tier: string | null;
}

export class SessionActivityDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) code: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: String, nullable: true }) place: string | null;
  @ApiProperty({ type: String, format: 'date' }) startsOn: string;
  @ApiProperty({ type: String, format: 'date' }) endsOn: string;
  @ApiProperty({ type: String, description: 'IANA zone.' }) timeZone: string;
  @ApiProperty({ type: String, description: 'As the AMA names it.' }) learningFormat: string;
  @ApiProperty({ enum: ['attended', 'earned'] }) basis: 'attended' | 'earned';
}

/** Who is signed in, where, and until when at the latest. */
export class SessionDto {
  @ApiProperty({ type: String, description: 'For `X-CSRF-Token` of every request that changes something.' })
  csrfToken: string;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt: string;
  @ApiProperty({ type: String, enum: signInWayKinds, enumName: 'SignInWayKind' }) signedInBy: SignInWayKind;
  @ApiProperty({ type: SessionLearnerDto }) learner: SessionLearnerDto;
  @ApiProperty({ type: SessionRegistrationDto }) registration: SessionRegistrationDto;
  @ApiProperty({ type: SessionActivityDto }) activity: SessionActivityDto;
}

/**
 * No control characters, no line ends, and nothing invisible that would turn the text around or hide in it: it is
 * printed on certificates as it is. Joiners are part of names in several scripts.
 */
const PRINTABLE = /^(?:[\u200C\u200D]|[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}])*$/u;

export class UpdateProfileDto {
  @ApiProperty({ type: String, required: false, maxLength: 200, description: 'Name as on certificates.' })
  // Left out is no change; null is no name.
  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @MaxLength(200)
  @Matches(PRINTABLE, { message: 'A name has no line breaks or control characters.' })
  @Matches(/[\p{L}\p{N}]/u, { message: 'A certificate needs a name.' })
  displayName?: string;

  @ApiProperty({ type: String, required: false, maxLength: 100, example: 'MD, FACS' })
  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @MaxLength(100)
  @Matches(PRINTABLE, { message: 'Credentials have no line breaks or control characters.' })
  credentials?: string;
}
