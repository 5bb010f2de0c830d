import { ApiProperty } from '@nestjs/swagger';
import { type SignInWayKind, signInWayKinds } from './sign-in-ways.js';

export class TenantThemeDto {
  @ApiProperty({ type: String, example: '#8a1538' }) accent: string;
  @ApiProperty({ type: String, nullable: true, description: 'Inline SVG.' }) logoSvg: string | null;
}

export class ForgottenBadgeDto {
  @ApiProperty({ type: String }) text: string;
  @ApiProperty({ type: String, nullable: true }) url: string | null;
}

export class TenantSupportDto {
  @ApiProperty({ type: String }) email: string;
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
  @ApiProperty({ type: String, nullable: true }) hours: string | null;
  @ApiProperty({ type: ForgottenBadgeDto }) forgottenBadge: ForgottenBadgeDto;
}

/** One way to sign in. A text that is null is the portal's own. */
export class SignInWayDto {
  @ApiProperty({ type: String, enum: signInWayKinds, enumName: 'SignInWayKind' }) kind: SignInWayKind;
  @ApiProperty({ type: String, nullable: true, description: 'What the society calls it.' }) title:
    string | null;
  @ApiProperty({ type: String, nullable: true, description: 'On the button that leads to the provider.' })
  label: string | null;
  @ApiProperty({ type: String, nullable: true }) lastNameLabel: string | null;
  @ApiProperty({ type: String, nullable: true }) badgeLabel: string | null;
  @ApiProperty({ type: Boolean, description: 'The last name is asked for before the number of the badge.' })
  isLastNameFirst: boolean;
  @ApiProperty({ type: String, nullable: true }) usernameLabel: string | null;
  @ApiProperty({ type: String, nullable: true }) passwordLabel: string | null;
}

export class TenantActivityDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) code: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: String, nullable: true }) place: string | null;
  @ApiProperty({ type: String, format: 'date' }) startsOn: string;
  @ApiProperty({ type: String, format: 'date' }) endsOn: string;
  @ApiProperty({ type: String, description: 'IANA zone; the activity’s own or the tenant’s.' })
  timeZone: string;
  @ApiProperty({ type: Boolean }) isOpen: boolean;
  @ApiProperty({
    enum: ['attended', 'earned'],
    description:
      '`attended`: sessions are picked. `earned`: credit accrues, and is claimed when the learner likes.',
  })
  basis: 'attended' | 'earned';
}

/** What the portal is arranged around. */
export class TenantLayoutDto {
  @ApiProperty({ enum: ['sessions', 'cart'], description: 'Where a learner lands.' }) home:
    'sessions' | 'cart';
  @ApiProperty({ type: Boolean }) hasItinerary: boolean;
  @ApiProperty({ type: Boolean }) hasSaveAndLogOut: boolean;
}

/** How a society looks and speaks, before anybody signs in. */
export class TenantViewDto {
  @ApiProperty({ type: String }) slug: string;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: String }) shortName: string;
  @ApiProperty({ type: String, description: 'BCP 47.' }) language: string;
  @ApiProperty({ type: String, description: 'IANA zone.' }) timeZone: string;
  @ApiProperty({ type: TenantThemeDto }) theme: TenantThemeDto;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'The tenant’s own words by key, e.g. `cart`. The portal has a default for each.',
  })
  wording: Record<string, string>;
  @ApiProperty({ type: TenantLayoutDto }) layout: TenantLayoutDto;
  @ApiProperty({ type: TenantSupportDto }) support: TenantSupportDto;
  @ApiProperty({ type: [SignInWayDto], description: 'In the order in which they are offered.' })
  signIn: SignInWayDto[];
  @ApiProperty({ type: [TenantActivityDto] }) activities: TenantActivityDto[];
}
