import { DEMO_ACCOUNTS, DEMO_CLIENT } from './identity-accounts.js';
import { type RunningProvider, startIdentityProvider } from './identity-provider.js';

/**
 * The plastic surgeons' own sign-in, as the demo has it.
 *
 * @param port where it listens; 0 takes any free one
 * @param laurelPort where the society's portal is, which is the only place it sends browsers back to
 */
export const startDemoIdentityProvider = (port: number, laurelPort: number): Promise<RunningProvider> =>
  startIdentityProvider({
    port,
    title: 'PlasticSurgery.example',
    accounts: DEMO_ACCOUNTS,
    clients: [
      {
        client_id: DEMO_CLIENT.clientId,
        client_secret: DEMO_CLIENT.clientSecret,
        redirect_uris: [`http://plastics.localhost:${String(laurelPort)}/api/session/oidc/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
  });
