import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TenantSetupService } from '../src/operator/tenant-setup.service.js';
import { SignInWays } from '../src/tenancy/sign-in-ways.service.js';
import { type TestApp, startTestApp } from './testing-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

const OIDC = {
  kind: 'oidc',
  title: 'Heart.org',
  label: 'Log in',
  issuer: 'https://login.heart.example',
  clientId: 'x',
};

const fileWith = (slug: string, signIn?: unknown) => ({
  slug,
  name: `Society ${slug}`,
  profile: {
    shortName: slug,
    timeZone: 'America/New_York',
    theme: { accent: '#8a1538' },
    support: { email: 'help@society.example', forgottenBadge: { text: 'On your badge.' } },
    statements: { accreditation: 'Accredited.' },
    ...(signIn === undefined ? {} : { signIn }),
  },
  creditTypes: [],
});
const apply = (slug: string, signIn?: unknown) =>
  app.app.get(TenantSetupService).apply(fileWith(slug, signIn));
const waysOf = async (slug: string) => Object((await app.client(slug).get('/api/tenant')).body).signIn;
const kindsOf = async (slug: string) => (await waysOf(slug)).map(({ kind }: { kind: string }) => kind);

describe('the ways to sign in of a tenant file', () => {
  it('are the badge alone where nothing is said, and stay where nothing is said again', async () => {
    await apply('alpha');
    expect(await kindsOf('alpha')).toEqual(['badge']);
    await apply('alpha', [OIDC, { kind: 'badge', badgeLabel: 'Confirmation Number' }]);
    await apply('alpha');
    expect(await waysOf('alpha')).toEqual([
      expect.objectContaining({ kind: 'oidc', title: 'Heart.org', label: 'Log in' }),
      expect.objectContaining({
        kind: 'badge',
        title: null,
        badgeLabel: 'Confirmation Number',
        isLastNameFirst: false,
      }),
    ]);
  });

  it('ask for the last name first where the society says so', async () => {
    await apply('alpha', [{ kind: 'badge', isLastNameFirst: true }]);
    expect(await waysOf('alpha')).toEqual([
      expect.objectContaining({ kind: 'badge', isLastNameFirst: true }),
    ]);
  });

  it('keep a secret sealed, for this society alone, until the file takes it away', async () => {
    const [beta, gamma] = [
      await apply('beta', [{ ...OIDC, clientSecret: 'top secret' }]),
      await apply('gamma', [OIDC]),
    ];
    const ways = app.app.get(SignInWays);
    const stored = await ways.require({ tenant: beta }, 'oidc');
    expect(stored.clientSecret).toMatch(/^[0-9a-f]{8}\./);
    expect(ways.clientSecretOf({ tenant: beta }, stored)).toBe('top secret');
    expect(() => ways.clientSecretOf({ tenant: gamma }, stored)).toThrow();
    expect(JSON.stringify(await waysOf('beta'))).not.toMatch(/secret/i);

    await apply('beta', [{ ...OIDC, label: 'Log in anew' }]);
    const kept = await ways.require({ tenant: beta }, 'oidc');
    expect(ways.clientSecretOf({ tenant: beta }, kept)).toBe('top secret');
    await apply('beta', [{ ...OIDC, issuer: 'https://other.example' }]);
    const elsewhere = await ways.require({ tenant: beta }, 'oidc');
    expect(ways.clientSecretOf({ tenant: beta }, elsewhere)).toBeNull();
    const told = await apply('beta', [{ ...OIDC, clientSecret: 'new secret' }]);
    expect(told.changes).toContain('profile.sign_in.0.clientSecret: other than before');
    expect(JSON.stringify(told)).not.toMatch(/new secret/);
    await apply('beta', [{ ...OIDC, clientSecret: null }]);
    const removed = await ways.require({ tenant: beta }, 'oidc');
    expect(ways.clientSecretOf({ tenant: beta }, removed)).toBeNull();
  });

  it.each([
    ['none at all', []],
    ['a kind nobody knows', [{ kind: 'fingerprint' }]],
    ['one kind twice', [{ kind: 'badge' }, { kind: 'badge', title: 'Again' }]],
    ['a provider without an address', [{ ...OIDC, issuer: 'login' }]],
    ['a field of another kind', [{ kind: 'badge', issuer: 'https://x.example' }]],
    ['a password way without a title', [{ kind: 'password' }]],
  ])('are refused when there is %s', async (_, signIn) => {
    await expect(apply('delta', signIn)).rejects.toMatchObject({ code: 'request.invalid' });
    expect((await app.client('delta').get('/api/tenant')).status).toBe(404);
  });
});
