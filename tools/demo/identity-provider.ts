import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import Provider, { type ClientMetadata, type Interaction, type Configuration } from 'oidc-provider';
import { memoryAdapter } from './identity-provider-memory.js';
import { readForm, signInPage } from './identity-provider-page.js';

const SESSION_SECONDS = 3_600;

/** Somebody who may sign in at the provider. */
export interface ProviderAccount {
  username: string;
  password: string;
  /** The subject; never reused. */
  id: string;
  /** What the provider says about them beside `sub`, e.g. `email`, `email_verified`, `member_number`. */
  claims: Record<string, string | boolean>;
}

export interface ProviderOptions {
  /** 0 takes any free one. */
  port: number;
  /** The name on the sign-in page. */
  title: string;
  clients: ClientMetadata[];
  accounts: readonly ProviderAccount[];
}

export interface RunningProvider {
  /** The issuer identifier, for the society's configuration. */
  issuer: string;
  stop(): Promise<void>;
}

/**
 * A real OpenID Connect provider on this machine, for the demo and for tests: it stands for a society's own sign-in.
 * Everything it knows is in memory, and it asks for no consent, since the society's own portal is its only client.
 */
export async function startIdentityProvider(options: ProviderOptions): Promise<RunningProvider> {
  // The address is known only once the server listens, and the provider is made with its address.
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => handle(request, response));
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The identity provider has no port');
  const issuer = `http://identity.localhost:${String(address.port)}`;
  handle = requestHandler(createProvider(issuer, options), options);
  return {
    issuer,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function createProvider(issuer: string, { clients, accounts }: ProviderOptions): Provider {
  const configuration: Configuration = {
    adapter: memoryAdapter(),
    jwks: { keys: [newSigningKey()] },
    clients,
    claims: {
      openid: ['sub'],
      profile: ['name', 'given_name', 'family_name', 'member_number'],
      email: ['email', 'email_verified'],
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/sign-in/${interaction.uid}` },
    cookies: { keys: ['a key for this machine only'] },
    pkce: { required: () => true },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 3_600,
      IdToken: 600,
      Interaction: 900,
      Session: SESSION_SECONDS,
    },
    findAccount: (_context, id) => {
      const account = accounts.find((known) => known.id === id);
      return account && { accountId: id, claims: () => ({ sub: id, ...account.claims }) };
    },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId,
        accountId: oidc.session?.accountId,
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  };
  const provider = new Provider(issuer, configuration);
  return provider;
}

/** Of this process only: after a restart whoever checks signatures has to fetch the new one. */
const newSigningKey = () => ({
  ...generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ format: 'jwk' }),
  kid: randomUUID(),
  use: 'sig',
  alg: 'RS256',
});

const requestHandler = (provider: Provider, options: ProviderOptions) => {
  const serve = provider.callback();
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (request.url?.startsWith('/sign-in/') !== true) {
      void serve(request, response);
      return;
    }
    interact(provider, options, request, response).catch(() => {
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('This sign-in has ended. Please go back and begin again.');
    });
  };
};

/** Somebody else signs in in the same browser; the provider would first ask the one before to sign out. */
async function forgetAccount(provider: Provider, interaction: Interaction): Promise<void> {
  if (interaction.session === undefined) return;
  const session = await provider.Session.findByUid(interaction.session.uid);
  if (session !== undefined) {
    delete session.accountId;
    await session.save(SESSION_SECONDS);
  }
  delete interaction.session;
  await interaction.save(SESSION_SECONDS);
}

/** The page that asks who it is, and what was typed into it. */
async function interact(
  provider: Provider,
  { accounts, title }: ProviderOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const interaction = await provider.interactionDetails(request, response);
  const form = request.method === 'POST' ? await readForm(request) : null;
  if (form?.has('cancel') === true) {
    await provider.interactionFinished(request, response, { error: 'access_denied' });
    return;
  }
  const account = accounts.find(
    ({ username, password }) => form?.get('username') === username && form.get('password') === password,
  );
  if (account !== undefined) {
    if (interaction.session?.accountId !== account.id) await forgetAccount(provider, interaction);
    await provider.interactionFinished(request, response, { login: { accountId: account.id } });
    return;
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(signInPage(title, form !== null));
}
