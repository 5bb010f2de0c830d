import {
  type ProviderAccount,
  type RunningProvider,
  startIdentityProvider,
} from '../../../tools/demo/identity-provider.js';
import type { OidcWay } from '../src/tenancy/sign-in-ways.js';
import { type SignInWay } from '../src/tenancy/sign-in-ways.js';
import { SignInWays } from '../src/tenancy/sign-in-ways.service.js';
import { TenantProfile } from '../src/tenancy/tenant-profile.entity.js';
import type { TestApp } from './testing-app.js';
import { type Answer, TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';

export const PASSWORD = 'a password at the provider';

/** An account at a provider; the username is the subject. */
export const account = (username: string, claims: ProviderAccount['claims']): ProviderAccount => ({
  id: username,
  username,
  password: PASSWORD,
  claims,
});

/** A provider of one society, which is its only client. */
export const startProviderFor = (
  app: TestApp,
  slug: string,
  accounts: readonly ProviderAccount[],
): Promise<RunningProvider> =>
  startIdentityProvider({
    port: 0,
    title: `Provider of ${slug}`,
    accounts,
    clients: [
      {
        client_id: 'laurel',
        client_secret: `secret of ${slug}`,
        redirect_uris: [`http://${slug}.localhost:${String(app.port)}/api/session/oidc/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
  });

export const oidcWay = (issuer: string, slug: string): OidcWay => ({
  kind: 'oidc',
  title: 'Society.org',
  label: 'Log in at Society.org',
  issuer,
  clientId: 'laurel',
  clientSecret: `secret of ${slug}`,
  memberNumberClaim: 'member_number',
});

/** Gives the society these ways, as an operator writes them. */
export async function offerWays(
  app: TestApp,
  { tenant }: Society,
  ways: readonly SignInWay[],
): Promise<void> {
  await app.tenants.transaction({ tenant }, async (manager) => {
    const signIn = await app.app.get(SignInWays).toStore(manager, { tenant }, ways);
    await manager.update(TenantProfile, { tenantId: tenant.id }, { signIn });
  });
}

/** A browser's way through one sign-in, step by step, so that a test can meddle with any of them. */
export class OidcVisit {
  readonly laurel: TestClient;
  readonly #providers = new Map<string, TestClient>();

  constructor(
    app: TestApp,
    readonly slug: string,
  ) {
    this.laurel = app.client(slug);
  }

  /** Asks our API to begin; answers the provider's address. */
  async begin(query = ''): Promise<URL> {
    return locationOf(await this.laurel.get(`/api/session/oidc/start${query}`));
  }

  /** Signs in at the provider; answers the address of our callback, with what it brings. */
  async atProvider(authorization: URL, username: string, fields: Record<string, string> = {}): Promise<URL> {
    let url = authorization;
    for (let hops = 0; hops < 8; hops += 1) {
      if (url.pathname === '/api/session/oidc/callback') return url;
      const provider = this.#providerAt(url);
      const path = `${url.pathname}${url.search}`;
      const answer = url.pathname.startsWith('/sign-in/')
        ? await provider.post(
            path,
            new URLSearchParams({ username, password: PASSWORD, ...fields }).toString(),
            {
              headers: { 'content-type': 'application/x-www-form-urlencoded' },
            },
          )
        : await provider.get(path);
      url = locationOf(answer, url);
    }
    throw new Error('The provider leads nowhere');
  }

  /** Comes back to our API; answers where it sends the browser. */
  async comeBack(callback: URL): Promise<{ answer: Answer; to: string }> {
    const answer = await this.laurel.get(`${callback.pathname}${callback.search}`);
    return { answer, to: String(answer.headers.location ?? '') };
  }

  /** The whole way. */
  async signIn(username: string, query = ''): Promise<string> {
    const { to } = await this.comeBack(await this.atProvider(await this.begin(query), username));
    if (this.laurel.cookies.has('laurel_session')) {
      const { body } = await this.laurel.get('/api/session');
      this.laurel.csrfToken = Object(body).csrfToken;
    }
    return to;
  }

  #providerAt(url: URL): TestClient {
    const known = this.#providers.get(url.host);
    if (known !== undefined) return known;
    const client = new TestClient(Number(url.port), url.hostname);
    this.#providers.set(url.host, client);
    return client;
  }
}

function locationOf({ status, headers, text }: Answer, base?: URL): URL {
  if (typeof headers.location !== 'string')
    throw new Error(`No redirect but ${String(status)}: ${text.slice(0, 300)}`);
  return new URL(headers.location, base);
}
