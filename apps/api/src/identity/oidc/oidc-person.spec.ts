import { describe, expect, it } from '@jest/globals';
import type { OidcWay } from '../../tenancy/sign-in-ways.js';
import { type Claims, personOf } from './oidc-person.js';

const verifiedEmailOf = (claims: Claims, emailClaim?: string) =>
  personOf(claims, { emailClaim } as unknown as OidcWay, 'https://issuer.example', '1').verifiedEmail;

describe('the verified address of a person', () => {
  it.each([true, 'true'])('is the one that the provider says is verified: %s', (email_verified) => {
    expect(verifiedEmailOf({ email: 'A@b.example', email_verified })).toBe('a@b.example');
  });

  it.each([false, 'no', undefined])('is none when the provider does not say so: %s', (email_verified) => {
    expect(verifiedEmailOf({ email: 'a@b.example', email_verified })).toBeNull();
    expect(verifiedEmailOf({ mail: 'a@b.example', email: 'a@b.example', email_verified }, 'mail')).toBeNull();
  });

  it('is none from a claim of which nothing is said', () => {
    const verified = { email: 'own@b.example', email_verified: true };
    expect(verifiedEmailOf({ ...verified, mail: 'boss@b.example' }, 'mail')).toBeNull();
    expect(verifiedEmailOf({ mail: 'boss@b.example', email_verified: true }, 'mail')).toBeNull();
    expect(verifiedEmailOf({ ...verified, mail: 'OWN@b.example' }, 'mail')).toBe('own@b.example');
  });
});
