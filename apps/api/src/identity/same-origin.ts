import type { FastifyRequest } from 'fastify';
import { DomainError } from '../problem/domain-error.js';
import { isSameSecret } from './secrets.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export const isUnsafe = (request: FastifyRequest) => !SAFE_METHODS.has(request.method);

/**
 * Refuses what a page of another site sends in the browser's name. Browsers always send `Origin` with such
 * requests; a client without it is no browser and carries no one's cookies by accident.
 */
export function refuseOtherOrigins(request: FastifyRequest): void {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isOther =
    origin === undefined
      ? site === 'cross-site' || site === 'same-site'
      : !URL.canParse(origin) || new URL(origin).host !== request.host.toLowerCase();
  if (isOther) throw new DomainError('request.csrf');
}

/** Every change asked for in a signed-in browser's name carries the token that only our own page can read. */
export function requireCsrfToken(request: FastifyRequest, expected: string): void {
  const sent = request.headers['x-csrf-token'];
  if (typeof sent !== 'string' || !isSameSecret(sent, expected)) throw new DomainError('request.csrf');
}
