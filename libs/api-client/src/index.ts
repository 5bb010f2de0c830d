import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './schema.generated.js';

export type * from './schema.generated.js';

export interface LaurelClientOptions {
  /** Where the API is, e.g. `https://heart.laurel.example.org`; empty for the page's own origin. */
  baseUrl: string;
  /** The session's CSRF token, once signed in; asked for with every request that changes something. */
  csrf: () => string | undefined;
  /** Replaces the platform's `fetch`, e.g. in tests. */
  fetch?: (request: Request) => Promise<Response>;
}

export type LaurelClient = Client<paths>;

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The API with the types of its contract. Cookies are the browser's business, the CSRF token is seen to here. */
export function createLaurelClient({ baseUrl, csrf, fetch }: LaurelClientOptions): LaurelClient {
  const client = createClient<paths>({
    baseUrl,
    credentials: 'same-origin',
    ...(fetch === undefined ? {} : { fetch }),
  });
  client.use(csrfHeader(csrf));
  return client;
}

const csrfHeader = (csrf: () => string | undefined): Middleware => ({
  onRequest({ request }) {
    const token = csrf();
    if (token === undefined || SAFE_METHODS.has(request.method)) return undefined;
    request.headers.set('x-csrf-token', token);
    return request;
  },
});
