import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../problem/domain-error.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How long a body may take to arrive, in milliseconds. */
    bodyDeadline?: number;
  }
}

/** For bodies of at most a megabyte, over a bad mobile line. */
export const BODY_DEADLINE_MILLISECONDS = 30_000;
/** For files of hundreds of megabytes, over an office's line. */
export const UPLOAD_DEADLINE_MILLISECONDS = 30 * 60_000;

/**
 * Ends requests whose bodies arrive too slowly: a client that sends a byte now and then must not hold a connection
 * for as long as it likes. Answers 408 where nothing was answered yet.
 */
export function limitBodyTime(fastify: FastifyInstance, milliseconds = BODY_DEADLINE_MILLISECONDS): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (!hasBody(request)) return;
    const { raw } = request;
    const timer = setTimeout(() => {
      if (raw.complete) return;
      if (reply.sent) raw.destroy();
      else void reply.header('connection', 'close').send(new DomainError('request.too_slow'));
    }, request.routeOptions.config.bodyDeadline ?? milliseconds);
    // A body that nobody reads to its end closes nothing; it must not hold up the end of the process.
    timer.unref();
    raw.once('close', () => clearTimeout(timer));
  });
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
