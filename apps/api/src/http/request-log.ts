import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../metrics/metrics.js';

/**
 * One line and one measurement a request. The route is named by its pattern: addresses may hold ids and
 * verification codes, query strings what somebody searched for.
 */
export function logRequests(fastify: FastifyInstance, metrics: Metrics): void {
  const logger = new Logger('Http');
  fastify.addHook('onResponse', async (request, reply) => {
    const facts = {
      tenant: request.tenantContext?.tenant.slug ?? '-',
      method: request.method,
      route: request.is404 ? '-' : (request.routeOptions.url ?? '-'),
      status: String(reply.statusCode),
    };
    metrics.requestFinished(facts, reply.elapsedTime / 1000);
    const line = {
      ...facts,
      requestId: request.id,
      actor: request.tenantContext?.actor.kind ?? '-',
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      msg: 'Request',
    };
    if (reply.statusCode >= 500) logger.warn(line);
    else logger.log(line);
  });
}
