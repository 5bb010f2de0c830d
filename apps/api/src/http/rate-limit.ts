import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '../problem/domain-error.js';
import { hostName } from '../tenancy/tenant-directory.js';

/**
 * Bounds what one address may ask of one society. The bound is wide, because a whole congress may share an
 * address; sign-in and other guessable doors have narrower ones of their own.
 */
export async function limitRates(fastify: FastifyInstance, perMinute: number): Promise<void> {
  await fastify.register(rateLimit, {
    global: true,
    max: perMinute,
    timeWindow: 60_000,
    cache: 20_000,
    // IPv6 households and attackers alike hold a /64.
    keyGenerator: (request) => `${hostName(request.hostname)} ${normalizeIP(request.ip, 64)}`,
    allowList: (request) => /^\/(health|metrics)(\/|$)/.test(request.url),
    errorResponseBuilder: (_request, { ttl }) =>
      new DomainError('rate.limited', { retryAfterSeconds: ttl / 1000 }),
  });
}
