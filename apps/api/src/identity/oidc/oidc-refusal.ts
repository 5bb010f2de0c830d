import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { DomainError } from '../../problem/domain-error.js';
import { isError } from '../../problem/is-error.js';

/** Why a sign-in at a provider came to nothing, for the sign-in page, which has the words. */
export const oidcRefusals = ['away', 'cancelled', 'expired', 'refused', 'not-registered'] as const;
export type OidcRefusal = (typeof oidcRefusals)[number];

/** Connections that failed, were too slow, or answered with a failure of the provider's own. */
const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  // An answer that is no answer of a provider: an error page of a proxy, mostly.
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
]);

/** @returns null for what is not the provider's or the learner's doing */
export function refusalOf(thrown: unknown): OidcRefusal | null {
  if (thrown instanceof DomainError)
    return thrown.code === 'sign_in.not_registered' ? 'not-registered' : null;
  if (thrown instanceof AuthorizationResponseError) {
    return thrown.error === 'access_denied' ? 'cancelled' : 'refused';
  }
  for (let error: unknown = thrown; isError(error); error = error.cause) {
    const code: unknown = Reflect.get(error, 'code');
    if (typeof code === 'string' && AWAY_CODES.has(code)) return 'away';
  }
  // Answers that are not as they must be have a code of the library's; whatever else kept it from an answer has none.
  if (thrown instanceof ClientError) return thrown.code?.startsWith('OAUTH_') === true ? 'refused' : 'away';
  return thrown instanceof ResponseBodyError || thrown instanceof WWWAuthenticateChallengeError
    ? 'refused'
    : null;
}
