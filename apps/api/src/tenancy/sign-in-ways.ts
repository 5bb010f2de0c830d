/** The ways in which a society's learners may sign in. */
export const signInWayKinds = ['badge', 'oidc', 'password'] as const;
export type SignInWayKind = (typeof signInWayKinds)[number];

/** Badge or confirmation number and last name, as the registration list has them. */
export interface BadgeWay {
  kind: 'badge';
  title?: string | null;
  lastNameLabel?: string | null;
  badgeLabel?: string | null;
  /** The last name is asked for before the number. */
  isLastNameFirst?: boolean;
}

/** The society's own identity provider, by OpenID Connect. */
export interface OidcWay {
  kind: 'oidc';
  title: string;
  /** On the button. */
  label: string;
  issuer: string;
  clientId: string;
  /** Sealed; absent for a public client. */
  clientSecret?: string | null;
  /** Beside `openid`, with spaces between. */
  scopes?: string | null;
  /** The claim with the society's member number, by which a first sign-in finds the learner. */
  memberNumberClaim?: string | null;
  /** `email` unless the provider has another. */
  emailClaim?: string | null;
}

/** Username and password, held here for a society without a provider. */
export interface PasswordWay {
  kind: 'password';
  title: string;
  usernameLabel?: string | null;
  passwordLabel?: string | null;
}

export type SignInWay = BadgeWay | OidcWay | PasswordWay;
