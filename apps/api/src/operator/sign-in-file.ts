import { IsBoolean, IsIn, IsOptional, IsString, IsUrl, Matches, MaxLength } from 'class-validator';
import { type SignInWayKind, signInWayKinds } from '../tenancy/sign-in-ways.js';

/** The ways to sign in as they are written in a tenant file. */

/** A way to sign in. */
export class SignInWayFile {
  /** Which way it is; each has the fields below of its own. */
  @IsIn(signInWayKinds, { message: `kind must be one of ${signInWayKinds.join(', ')}` }) kind: SignInWayKind;
}

/** `"kind": "badge"`: badge number and last name. */
export class BadgeWayFile extends SignInWayFile {
  declare kind: 'badge';
  /** Its heading, where there are several ways. */
  @IsOptional() @IsString() @MaxLength(60) title?: string | null;
  /** Of the field for the last name. */
  @IsOptional() @IsString() @MaxLength(60) lastNameLabel?: string | null;
  /** Of the field for the number. */
  @IsOptional() @IsString() @MaxLength(60) badgeLabel?: string | null;
  /** Whether the last name is asked for before the number; absent: after it. */
  @IsOptional() @IsBoolean() isLastNameFirst?: boolean;
}

/** `"kind": "oidc"`: the society’s own identity provider. */
export class OidcWayFile extends SignInWayFile {
  declare kind: 'oidc';
  /** Its heading. */
  @IsString() @MaxLength(60) title: string;
  /** Of the button. */
  @IsString() @MaxLength(60) label: string;
  /** The provider's issuer identifier; `<issuer>/.well-known/openid-configuration` must answer. */
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true, require_tld: false })
  @MaxLength(300)
  issuer: string;
  /** As the provider gave it. */
  @IsString() @MaxLength(300) clientId: string;
  /** Readable here, sealed in the database. Left out, the stored one stays; null takes it away. */
  @IsOptional() @IsString() @MaxLength(500) clientSecret?: string | null;
  /** Beside `openid`, parted by spaces; absent: `profile email`. */
  @IsOptional() @Matches(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/) @MaxLength(300) scopes?: string | null;
  /** The claim that holds the member number. */
  @IsOptional() @IsString() @MaxLength(200) memberNumberClaim?: string | null;
  /** The claim that holds the mail address; absent: `email`. */
  @IsOptional() @IsString() @MaxLength(200) emailClaim?: string | null;
}

/** `"kind": "password"`: a username and password that Laurel keeps. */
export class PasswordWayFile extends SignInWayFile {
  declare kind: 'password';
  /** Its heading. */
  @IsString() @MaxLength(60) title: string;
  /** Of the field for the username. */
  @IsOptional() @IsString() @MaxLength(60) usernameLabel?: string | null;
  /** Of the field for the password. */
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
