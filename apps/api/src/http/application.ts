import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import type { Environment } from '../config/environment.js';
import { Metrics } from '../metrics/metrics.js';
import { ProblemFilter } from '../problem/problem.filter.js';
import { createValidationPipe } from '../problem/validation.pipe.js';
import { serveOpenApi } from './openapi.js';
import { servePortal } from './portal-files.js';
import { limitRates } from './rate-limit.js';
import { requestIdOf } from './request-id.js';
import { logRequests } from './request-log.js';
import { useSecurityHeaders } from './security-headers.js';

const BODY_LIMIT_BYTES = 1_048_576;

/** Fastify with our limits; a request has its id from the first moment. */
export const createAdapter = (environment: Environment) =>
  new FastifyAdapter({
    trustProxy: environment.trustProxy,
    bodyLimit: BODY_LIMIT_BYTES,
    requestIdHeader: false,
    genReqId: requestIdOf,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  });

/** Everything a request passes before and after a controller. The same in production and in tests. */
export async function configureHttp(app: NestFastifyApplication, environment: Environment): Promise<void> {
  app.useLogger(app.get(Logger));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  logRequests(fastify, app.get(Metrics));
  await useSecurityHeaders(fastify);
  await fastify.register(cookie);
  await limitRates(fastify, environment.rateLimitPerMinute);
  await fastify.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(createValidationPipe());
  serveOpenApi(app);
  await servePortal(fastify, environment.portalFolder);
}
