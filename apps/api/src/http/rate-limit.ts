import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '../problem/domain-error.js';
import type { TenantDirectory } from '../tenancy/tenant-directory.js';

/**
 * Bounds what one address may ask of one society. The bound is wide, because a whole congress may share an
 * address; sign-in and other guessable doors have narrower ones of their own.
 */
export async function limitRates(
  fastify: FastifyInstance,
  perMinute: number,
  tenants: Pick<TenantDirectory, 'lastKnown'>,
): Promise<void> {
  await fastify.register(rateLimit, {
    global: true,
    max: perMinute,
    timeWindow: 60_000,
    cache: 20_000,
    // Host names at which no society is known to live count as one, or every made-up name would start afresh.
    // IPv6 households and attackers alike hold a /64.
    keyGenerator: ({ hostname, ip }) => `${tenants.lastKnown(hostname)?.slug ?? '-'} ${normalizeIP(ip, 64)}`,
    allowList: (request) => /^\/(health|metrics)(\/|$)/.test(request.url),
    errorResponseBuilder: (_request, { ttl }) =>
      new DomainError('rate.limited', { retryAfterSeconds: ttl / 1000 }),
  });
}
