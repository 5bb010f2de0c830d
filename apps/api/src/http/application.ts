import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from 'nestjs-pino';
import type { Environment } from '../config/environment.js';
import { Metrics } from '../metrics/metrics.js';
import { ProblemFilter } from '../problem/problem.filter.js';
import { createValidationPipe } from '../problem/validation.pipe.js';
import { TenantDirectory } from '../tenancy/tenant-directory.js';
import { admitFairly } from './admission.js';
import { BODY_LIMIT_BYTES, LARGE_BODY_BYTES, limitBodies } from './body-limit.js';
import { serveOpenApi } from './openapi.js';
import { requireKnownHost } from './known-host.js';
import { servePortal } from './portal-files.js';
import { limitBodyTime, UPLOAD_DEADLINE_MILLISECONDS } from './body-deadline.js';
import { limitRates } from './rate-limit.js';
import { keepSignedBodies } from './raw-body.js';
import { requireOneHost } from './request-host.js';
import { requestIdOf } from './request-id.js';
import { logRequests } from './request-log.js';
import { useSecurityHeaders } from './security-headers.js';
import { refuseUnstorable } from './storable-request.js';

/** A connection that has not even said what it wants by then is cut. */
const HEADERS_DEADLINE_MILLISECONDS = 20_000;

/** Turns what fails outside controllers into problem documents as well. */
const problems = new ProblemFilter();

/** Fastify keeps the error handler that is set before a route is added; Nest would set its own too late. */
class ProblemAdapter extends FastifyAdapter {
  /** Ours is set in `configureHttp`. */
  override setErrorHandler() {
    return this.instance;
  }
}

/** Fastify with our limits; a request has its id from the first moment. */
export const createAdapter = (environment: Environment): FastifyAdapter =>
  new ProblemAdapter({
    trustProxy: environment.trustProxy,
    bodyLimit: BODY_LIMIT_BYTES,
    // For the whole of any request; `limitBodyTime` ends most of them much sooner.
    requestTimeout: UPLOAD_DEADLINE_MILLISECONDS,
    http: {
      headersTimeout: HEADERS_DEADLINE_MILLISECONDS,
      connectionsCheckingInterval: HEADERS_DEADLINE_MILLISECONDS / 2,
    },
    requestIdHeader: false,
    genReqId: requestIdOf,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    // Addresses that cannot be read at all; no hook runs for them.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      problems.answer(error, request, reply);
    },
  });

/** For whoever creates the application: JSON is all that is read, and Fastify reads it by itself. */
export const APPLICATION_OPTIONS = {
  bufferLogs: true,
  abortOnError: false,
  bodyParser: false,
} as const;

/** Everything a request passes before and after a controller. The same in production and in tests. */
export async function configureHttp(app: NestFastifyApplication, environment: Environment): Promise<void> {
  app.useLogger(app.get(Logger));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.setErrorHandler((error, request, reply) => problems.answer(error, request, reply));
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    // Most answers are one person's; routes whose answers may be kept say so themselves.
    if (request.routeOptions.url?.startsWith('/api/') === true)
      void reply.header('cache-control', 'private, no-store');
  });
  logRequests(fastify, app.get(Metrics));
  limitBodyTime(fastify);
  requireOneHost(fastify);
  useSecurityHeaders(fastify);
  refuseUnstorable(fastify);
  limitBodies(fastify);
  keepSignedBodies(fastify, LARGE_BODY_BYTES);
  await fastify.register(cookie);
  // Files are read by the routes that take them; here is only how.
  await fastify.register(multipart);
  const tenants = app.get(TenantDirectory);
  await limitRates(fastify, environment.rateLimitPerMinute, tenants);
  requireKnownHost(fastify, tenants);
  admitFairly(fastify, environment, tenants, app.get(Metrics));
  await fastify.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    // A cart packs nearly as well at a third of the cost; catalogues are packed better, and once for all. Whatever is
    // not large is packed in one go: a stream costs several times as much, and more memory than a scavenge clears.
    syncThreshold: 65_536,
    brotliOptions: {
      chunkSize: 4096,
      params: { [constants.BROTLI_PARAM_QUALITY]: 2, [constants.BROTLI_PARAM_LGWIN]: 16 },
    },
  });
  app.useGlobalFilters(problems);
  app.useGlobalPipes(createValidationPipe());
  serveOpenApi(app);
  await servePortal(fastify, environment.portalFolder);
}
