import type { ProviderAccount } from './identity-provider.js';

/** For a demo on one's own machine only. */
export const DEMO_PASSWORD = 'laurel-demo-2026';

/** What Laurel is registered as at the demo's provider. */
export const DEMO_CLIENT = {
  clientId: 'laurel',
  clientSecret: 'laurel-demo-secret-known-to-everyone',
} as const;

/** Who may sign in at the plastic surgeons' own website: two of the meeting's registrants, and a stranger to it. */
export const DEMO_ACCOUNTS: readonly ProviderAccount[] = [
  {
    id: 'surgeon-1',
    username: 'okafor',
    password: DEMO_PASSWORD,
    claims: {
      member_number: 'APS-00001',
      given_name: 'José Ángel',
      family_name: 'Okafor',
      email: 'jose.okafor@example.org',
      email_verified: true,
    },
  },
  {
    id: 'surgeon-2',
    username: 'lindqvist',
    password: DEMO_PASSWORD,
    claims: {
      given_name: 'Åsa',
      family_name: 'Lindqvist',
      email: 'asa.lindqvist@example.org',
      email_verified: true,
    },
  },
  {
    id: 'surgeon-3',
    username: 'stranger',
    password: DEMO_PASSWORD,
    claims: {
      member_number: 'APS-99999',
      given_name: 'Rosalind',
      family_name: 'Absent',
      email: 'rosalind.absent@example.org',
      email_verified: true,
    },
  },
];
