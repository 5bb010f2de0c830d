import type { IdentifiedPerson } from '../../learners/learner-identities.service.js';
import type { OidcWay } from '../../tenancy/sign-in-ways.js';

/** Claims as a provider sends them: anything may be missing, and anything may be there. */
export type Claims = Readonly<Record<string, unknown>>;

const LONGEST = 200;

/** Whether something we look for has to be asked for at the userinfo endpoint. */
export const isIncomplete = (claims: Claims, way: OidcWay): boolean =>
  memberNumberIn(claims, way) === null ||
  textIn(claims, way.emailClaim ?? 'email') === null ||
  textIn(claims, 'family_name') === null;

/** The person of these claims, as far as it can be told. */
export function personOf(claims: Claims, way: OidcWay, issuer: string, subject: string): IdentifiedPerson {
  const email = textIn(claims, way.emailClaim ?? 'email')?.toLowerCase() ?? null;
  const whole = textIn(claims, 'name');
  const lastName = textIn(claims, 'family_name') ?? whole?.split(' ').at(-1);
  const firstName =
    textIn(claims, 'given_name') ??
    (lastName === undefined ? undefined : whole?.split(' ').slice(0, -1).join(' '));
  return {
    issuer,
    subject,
    memberNumber: memberNumberIn(claims, way),
    verifiedEmail: isVerified(claims, email) ? email : null,
    firstName: firstName ?? '',
    // Whoever has no name at the provider is called by the mail address until they say otherwise.
    lastName: lastName ?? email?.split('@')[0] ?? 'Learner',
  };
}

/** What `email_verified` says is of the claim `email`, whichever claim the society takes the address from. */
const isVerified = (claims: Claims, email: string | null): boolean =>
  // Some providers send the word instead of the value.
  (claims['email_verified'] === true || claims['email_verified'] === 'true') &&
  textIn(claims, 'email')?.toLowerCase() === email;

function memberNumberIn(claims: Claims, { memberNumberClaim }: OidcWay): string | null {
  if (memberNumberClaim === undefined || memberNumberClaim === null) return null;
  const value = claims[memberNumberClaim];
  return Number.isSafeInteger(value) ? String(value) : textIn(claims, memberNumberClaim);
}

/** Names stand on certificates: without control characters and anything that turns text around. */
function textIn(claims: Claims, name: string): string | null {
  const value = claims[name];
  if (typeof value !== 'string') return null;
  const text = value
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
  return text === '' ? null : text;
}
