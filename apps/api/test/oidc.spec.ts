import { once } from 'node:events';
import { type Server, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningProvider } from '../../../tools/demo/identity-provider.js';
import { TestClock, type TestApp, startTestApp } from './testing-app.js';
import { OidcVisit, account, offerWays, oidcWay, startProviderFor } from './testing-provider.js';
import type { Society } from './testing-society.js';

const clock = new TestClock();
let app: TestApp;
let alpha: Society;
let beta: Society;
let alphasProvider: RunningProvider;
let betasProvider: RunningProvider;

const member = (slug: string, number: string) => ({ member_number: `${slug}-${number}` });

/** The same usernames, and thus subjects, at both providers, and e-mail addresses that one of them shares. */
const accountsOf = (slug: string) => [
  account('okafor', { ...member(slug, '1'), given_name: 'Chidi', family_name: 'Okafor' }),
  account('okafor-again', { ...member(slug, '1'), given_name: 'Chidi', family_name: 'Okafor' }),
  account('lindqvist', { email: `100002@${slug}.example`, email_verified: true, family_name: 'Lindqvist' }),
  account('unverified', { email: `100003@${slug}.example`, email_verified: false, family_name: 'Nguyễn' }),
  account('sharing', { email: `shared@${slug}.example`, email_verified: true, family_name: 'Doe' }),
  account('newcomer', {
    ...member(slug, '9'),
    email: `new@${slug}.example`,
    email_verified: true,
    name: 'Ada New\u202eComer',
  }),
  account('other-account', {
    email: `100002@${slug}.example`,
    email_verified: true,
    family_name: 'Lindqvist',
  }),
];

beforeAll(async () => {
  app = await startTestApp({ clock, settings: { LAUREL_LOOPBACK_PROVIDERS: 'on' } });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  [alphasProvider, betasProvider] = await Promise.all([
    startProviderFor(app, 'alpha', accountsOf('alpha')),
    startProviderFor(app, 'beta', accountsOf('beta')),
  ]);
  await offerWays(app, alpha, [{ kind: 'badge' }, oidcWay(alphasProvider.issuer, 'alpha')]);
  await offerWays(app, beta, [{ kind: 'badge' }, oidcWay(betasProvider.issuer, 'beta')]);
  await app.inspect(
    `update learners set member_number = (select slug from tenants where id = tenant_id) || '-1'
     where last_name = 'Okafor'`,
  );
  await app.inspect(
    `update learners set email = 'shared@' || (select slug from tenants where id = tenant_id) || '.example'
     where last_name in ('Castellanos-Ortiz', '山田')`,
  );
}, 60_000);
afterAll(async () => {
  await Promise.all([alphasProvider.stop(), betasProvider.stop()]);
  await app.stop();
});

const sessionOf = async (visit: OidcVisit) => Object((await visit.laurel.get('/api/session')).body);
const identities = (subject: string) =>
  app.inspect<{ tenant_id: string; learner_id: string }>(
    `select tenant_id, learner_id from learner_identities where subject = $1 order by tenant_id`,
    [subject],
  );

describe('signing in at the society’s provider', () => {
  it('is the learner with this member number, in this society, whichever way they came', async () => {
    for (const [slug, society] of Object.entries({ alpha, beta })) {
      const visit = new OidcVisit(app, slug);
      expect(await visit.signIn('okafor', '?returnTo=%2Fcart%3Fx%3D1')).toBe('/cart?x=1');
      expect(await sessionOf(visit)).toMatchObject({
        signedInBy: 'oidc',
        learner: { id: society.learners['100001']?.learnerId },
        registration: { badge: '100001' },
      });
      const byBadge = await app.client(slug).signIn('100001', 'Okafor');
      expect(byBadge.body).toMatchObject({
        signedInBy: 'badge',
        learner: { id: society.learners['100001']?.learnerId },
      });
    }
    expect(await identities('okafor')).toHaveLength(2);
  });

  it('is the one learner with this verified address, and stays so when the address changes', async () => {
    const visit = new OidcVisit(app, 'alpha');
    await visit.signIn('lindqvist');
    const learnerId = alpha.learners['100002']?.learnerId;
    expect(await sessionOf(visit)).toMatchObject({ learner: { id: learnerId } });
    await app.inspect(`update learners set email = 'gone@alpha.example' where id = $1`, [learnerId]);
    const again = new OidcVisit(app, 'alpha');
    await again.signIn('lindqvist');
    expect(await sessionOf(again)).toMatchObject({ learner: { id: learnerId } });
    await app.inspect(`update learners set email = '100002@alpha.example' where id = $1`, [learnerId]);
  });

  it.each([
    ['an address the provider has not verified', 'unverified'],
    ['an address that two learners share', 'sharing'],
    ['a second account at the provider with a linked learner’s address', 'other-account'],
    ['a second account at the provider with a linked learner’s member number', 'okafor-again'],
    ['a member number nobody has', 'newcomer'],
  ])('takes %s for nobody', async (_, username) => {
    await new OidcVisit(app, 'alpha').signIn('lindqvist');
    await new OidcVisit(app, 'alpha').signIn('okafor');
    const visit = new OidcVisit(app, 'alpha');
    expect(await visit.signIn(username)).toBe('/sign-in?refused=not-registered&next=%2F');
    expect(visit.laurel.cookies.size).toBe(0);
    expect(await identities(username)).toEqual([]);
  });

  it('goes through discovery, PKCE, state and nonce, and keeps the secret to itself', async () => {
    const visit = new OidcVisit(app, 'alpha');
    const url = await visit.begin(`?activityId=${alpha.activityId}`);
    expect(url.origin).toBe(alphasProvider.issuer);
    const query = Object.fromEntries(url.searchParams);
    expect(query).toEqual({
      client_id: 'laurel',
      response_type: 'code',
      redirect_uri: `http://alpha.localhost:${String(app.port)}/api/session/oidc/callback`,
      scope: 'openid profile email',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    const cookie = visit.laurel.cookies.get('laurel_oidc') ?? '';
    expect(cookie).toMatch(/^[0-9a-f]{8}\.[\w-]+$/);
    const { text } = await visit.laurel.get('/api/tenant');
    expect(text).not.toContain('secret');
    const [stored] = await app.inspect<{ ways: string }>(
      `select sign_in::text as ways from tenant_profiles where tenant_id = $1`,
      [alpha.tenant.id],
    );
    expect(stored?.ways).not.toContain('secret of alpha');
  });
});

describe('an activity that whoever the society knows may come in to', () => {
  beforeAll(() =>
    app.inspect(`update activities set enrolment = 'open' where tenant_id = $1`, [beta.tenant.id]),
  );
  afterAll(() => app.inspect(`update activities set enrolment = 'registered'`));

  it('makes one learner and one registration of two first sign-ins at once', async () => {
    const visits = [0, 1, 2, 3].map(() => new OidcVisit(app, 'beta'));
    const callbacks: URL[] = [];
    for (const visit of visits) callbacks.push(await visit.atProvider(await visit.begin(), 'newcomer'));
    const came = await Promise.all(
      visits.map((visit, index) => visit.comeBack(callbacks[index] ?? new URL('http://nowhere'))),
    );
    expect(came.map(({ to }) => to)).toEqual(Array(4).fill('/'));
    const sessions = await Promise.all(visits.map(sessionOf));
    expect(new Set(sessions.map(({ learner }) => learner.id)).size).toBe(1);
    expect(sessions[0]).toMatchObject({
      learner: { firstName: 'Ada', lastName: 'NewComer', displayName: 'Ada NewComer', profession: 'other' },
      registration: { badge: null, tier: null },
      activity: { id: beta.activityId },
    });
    const made = await app.inspect<{ tenant_id: string; badge: string | null; member_number: string }>(
      `select r.tenant_id, r.badge, l.member_number from registrations r join learners l on l.id = r.learner_id
       where l.email like 'new@%'`,
    );
    expect(made).toEqual([{ tenant_id: beta.tenant.id, badge: null, member_number: 'beta-9' }]);
  });

  it('is no way into another society’s', async () => {
    const visit = new OidcVisit(app, 'alpha');
    expect(await visit.signIn('newcomer', `?activityId=${beta.activityId}`)).toMatch(
      /refused=not-registered/,
    );
  });
});

const EXPIRED = '/sign-in?refused=expired&next=%2F';

describe('whoever meddles with a sign-in', () => {
  it.each([
    ['changes the state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
    ['leaves the state out', (url: URL) => url.searchParams.delete('state')],
    ['sends two states', (url: URL) => url.searchParams.append('state', 'x')],
  ])('and %s begins again', async (_, meddle) => {
    const visit = new OidcVisit(app, 'alpha');
    const callback = await visit.atProvider(await visit.begin(), 'okafor');
    meddle(callback);
    const { to } = await visit.comeBack(callback);
    expect(to).toBe(EXPIRED);
    expect(visit.laurel.cookies.size).toBe(0);
  });

  it('gets nothing for a code of another’s browser, nor for one of another society', async () => {
    const attacker = new OidcVisit(app, 'alpha');
    const callback = await attacker.atProvider(await attacker.begin(), 'lindqvist');
    // No cookie of this transaction, then one of a transaction of the victim's own.
    const victim = new OidcVisit(app, 'alpha');
    expect((await victim.comeBack(callback)).to).toBe(EXPIRED);
    await victim.begin();
    expect((await victim.comeBack(callback)).to).toBe(EXPIRED);

    const other = new OidcVisit(app, 'beta');
    other.laurel.cookies.set('laurel_oidc', attacker.laurel.cookies.get('laurel_oidc') ?? '');
    expect((await other.comeBack(callback)).to).toBe(EXPIRED);
    expect(victim.laurel.cookies.has('laurel_session')).toBe(false);
    expect(other.laurel.cookies.has('laurel_session')).toBe(false);
  });

  it('cannot use a code twice', async () => {
    const visit = new OidcVisit(app, 'alpha');
    const callback = await visit.atProvider(await visit.begin(), 'okafor');
    const cookie = visit.laurel.cookies.get('laurel_oidc') ?? '';
    expect((await visit.comeBack(callback)).to).toBe('/');
    const again = new OidcVisit(app, 'alpha');
    again.laurel.cookies.set('laurel_oidc', cookie);
    expect((await again.comeBack(callback)).to).toBe('/sign-in?refused=refused&next=%2F');
    expect(again.laurel.cookies.has('laurel_session')).toBe(false);
  });

  it.each([
    ['an ID token made for another nonce', 'nonce', 'n'.repeat(43)],
    ['a code made for another challenge', 'code_challenge', 'c'.repeat(43)],
  ])('does not get in with %s', async (_, parameter, value) => {
    const visit = new OidcVisit(app, 'alpha');
    const url = await visit.begin();
    url.searchParams.set(parameter, value);
    const { to } = await visit.comeBack(await visit.atProvider(url, 'okafor'));
    expect(to).toBe('/sign-in?refused=refused&next=%2F');
    expect(visit.laurel.cookies.size).toBe(0);
  });

  it('does not get in with an answer of another provider', async () => {
    const visit = new OidcVisit(app, 'alpha');
    const callback = await visit.atProvider(await visit.begin(), 'okafor');
    callback.searchParams.set('iss', betasProvider.issuer);
    expect((await visit.comeBack(callback)).to).toMatch(/refused=refused/);
  });

  it('is too late after a quarter of an hour', async () => {
    const visit = new OidcVisit(app, 'alpha');
    const callback = await visit.atProvider(await visit.begin(), 'okafor');
    clock.advance({ minutes: 16 });
    expect((await visit.comeBack(callback)).to).toBe(EXPIRED);
  });

  it.each([
    'https://evil.example',
    '//evil.example/x',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/api/session/oidc/start',
    '/..//evil.example',
  ])('is never sent on to %j', async (wanted) => {
    const visit = new OidcVisit(app, 'alpha');
    expect(await visit.signIn('okafor', `?returnTo=${encodeURIComponent(wanted)}`)).toBe('/');
  });
});

describe('when it does not come to a sign-in', () => {
  it('the next try may be somebody else, though the provider still knows the first', async () => {
    const visit = new OidcVisit(app, 'alpha');
    expect(await visit.signIn('newcomer')).toMatch(/refused=not-registered/);
    expect(await visit.signIn('okafor')).toMatch(/refused=not-registered/);
    expect(await visit.signIn('okafor', '?prompt=login')).toBe('/');
    expect(await sessionOf(visit)).toMatchObject({ learner: { id: alpha.learners['100001']?.learnerId } });
  });

  it('the sign-in page is told that the learner cancelled, and where they were going', async () => {
    const visit = new OidcVisit(app, 'alpha');
    const callback = await visit.atProvider(await visit.begin('?returnTo=/cart'), 'okafor', {
      cancel: 'yes',
    });
    expect((await visit.comeBack(callback)).to).toBe('/sign-in?refused=cancelled&next=%2Fcart');
  });

  it('the sign-in page is told that the provider is away, before and in the middle, and that it is back', async () => {
    const society = await app.createTenant('gamma');
    const provider = await startProviderFor(app, 'gamma', accountsOf('gamma'));
    const way = oidcWay(provider.issuer, 'gamma');
    await offerWays(app, society, [way]);
    await app.inspect(
      `update learners set member_number = 'gamma-1' where tenant_id = $1 and last_name = 'Okafor'`,
      [society.tenant.id],
    );
    const visit = new OidcVisit(app, 'gamma');
    const callback = await visit.atProvider(await visit.begin(), 'okafor');
    await provider.stop();
    expect((await visit.comeBack(callback)).to).toBe('/sign-in?refused=away&next=%2F');
    clock.advance({ minutes: 11 });
    const { headers, status } = await app.client('gamma').get('/api/session/oidc/start');
    expect([status, headers.location]).toEqual([303, '/sign-in?refused=away&next=%2F']);
  });

  it('a society without a provider has no such door', async () => {
    await app.createTenant('delta');
    for (const path of ['/api/session/oidc/start', '/api/session/oidc/callback?code=x&state=y']) {
      const { status, headers } = await app.client('delta').get(path);
      expect([path, status, headers.location]).toEqual(
        path.includes('start') ? [path, 404, undefined] : [path, 303, EXPIRED],
      );
    }
  });
});

describe('in production', () => {
  let strict: TestApp;
  let listener: Server;
  let connections = 0;
  let port = 0;
  beforeAll(async () => {
    strict = await startTestApp({ database: app.database });
    listener = createServer(() => (connections += 1)).listen(0);
    await once(listener, 'listening');
    const address = listener.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(async () => {
    listener.close();
    await strict.stop();
  });

  it.each([
    'http://127.0.0.1',
    'http://identity.localhost',
    'https://127.0.0.1',
    'https://[::1]',
    'https://localhost',
  ])('a provider at %s, on this machine, is never asked', async (origin) => {
    await offerWays(strict, alpha, [oidcWay(`${origin}:${String(port)}`, 'alpha')]);
    const { status, headers } = await strict.client('alpha').get('/api/session/oidc/start');
    expect([status, headers.location]).toEqual([
      303,
      expect.stringMatching(/^\/sign-in\?refused=(away|refused)&/),
    ]);
    expect(connections).toBe(0);
  });
});
