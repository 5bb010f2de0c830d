import { IsIn, IsOptional, IsString, IsUrl, Matches, MaxLength } from 'class-validator';
import { type SignInWayKind, signInWayKinds } from '../tenancy/sign-in-ways.js';

/** The ways to sign in as they are written in a tenant file. */

export class SignInWayFile {
  @IsIn(signInWayKinds, { message: `kind must be one of ${signInWayKinds.join(', ')}` }) kind: SignInWayKind;
}

export class BadgeWayFile extends SignInWayFile {
  declare kind: 'badge';
  @IsOptional() @IsString() @MaxLength(60) title?: string | null;
  @IsOptional() @IsString() @MaxLength(60) lastNameLabel?: string | null;
  @IsOptional() @IsString() @MaxLength(60) badgeLabel?: string | null;
}

export class OidcWayFile extends SignInWayFile {
  declare kind: 'oidc';
  @IsString() @MaxLength(60) title: string;
  @IsString() @MaxLength(60) label: string;
  /** The provider's issuer identifier; `<issuer>/.well-known/openid-configuration` must answer. */
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true, require_tld: false })
  @MaxLength(300)
  issuer: string;
  @IsString() @MaxLength(300) clientId: string;
  /** Readable here, sealed in the database. Left out, the stored one stays; null takes it away. */
  @IsOptional() @IsString() @MaxLength(500) clientSecret?: string | null;
  @IsOptional() @Matches(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/) @MaxLength(300) scopes?: string | null;
  @IsOptional() @IsString() @MaxLength(200) memberNumberClaim?: string | null;
  @IsOptional() @IsString() @MaxLength(200) emailClaim?: string | null;
}

export class PasswordWayFile extends SignInWayFile {
  declare kind: 'password';
  @IsString() @MaxLength(60) title: string;
  @IsOptional() @IsString() @MaxLength(60) usernameLabel?: string | null;
  @IsOptional() @IsString() @MaxLength(60) passwordLabel?: string | null;
}

/** Which class checks a way, by its `kind`. */
export const signInWayFiles = {
  discriminator: {
    property: 'kind',
    subTypes: [
      { name: 'badge', value: BadgeWayFile },
      { name: 'oidc', value: OidcWayFile },
      { name: 'password', value: PasswordWayFile },
    ],
  },
  keepDiscriminatorProperty: true,
};

export type WrittenSignInWay = BadgeWayFile | OidcWayFile | PasswordWayFile;
