import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from './database-faults.js';
import { DomainError } from './domain-error.js';
import type { ProblemCode } from './problem-codes.js';
import { problemOf } from './problem.js';
import { isError } from './is-error.js';

const RETRY_SECONDS = 2;

/** Turns everything that is thrown into a problem document. What is not known is our defect, and says no more. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also for what fails before Nest is asked: malformed bodies and addresses, rate limits. */
  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const error = this.refusalOf(thrown, request);
    // A response that has begun cannot be taken back; ending it is all that is left.
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const problem = problemOf(error, request.id);
    if (error.details.retryAfterSeconds !== undefined) {
      void reply.header('retry-after', String(Math.max(1, Math.ceil(error.details.retryAfterSeconds))));
    }
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem));
  }

  private refusalOf(thrown: unknown, request: FastifyRequest): DomainError {
    if (thrown instanceof DomainError) return thrown;
    if (hasBrokenOff(request)) return new DomainError('request.invalid', { detail: BROKEN_OFF });
    if (isDatabaseAway(thrown)) {
      this.logger.warn({ err: thrown, msg: 'The database is away' });
      return new DomainError('service.unavailable', { retryAfterSeconds: RETRY_SECONDS });
    }
    const status = statusOf(thrown);
    if (status !== undefined && status < 500) {
      const code = codeOfStatus(status);
      const says = isError(thrown) && code === 'request.invalid' ? messageOf(thrown) : undefined;
      return new DomainError(code, says === undefined ? {} : { detail: says });
    }
    this.logger.error({ err: thrown, msg: 'A request failed for a reason nobody foresaw' });
    return new DomainError('internal');
  }
}

/** Whoever hangs up while sending makes all kinds of things fail that were reading; none of them is our fault. */
const hasBrokenOff = ({ raw }: FastifyRequest): boolean => raw.destroyed && !raw.complete;
const BROKEN_OFF = 'The request broke off. Please send it again.';

/** Of Nest's own exceptions and of Fastify's errors, which carry `statusCode`. */
function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (!isError(thrown) || !('code' in thrown) || !('statusCode' in thrown)) return undefined;
  const isFastify = typeof thrown.code === 'string' && thrown.code.startsWith('FST_');
  return isFastify && typeof thrown.statusCode === 'number' ? thrown.statusCode : undefined;
}

function codeOfStatus(status: number): ProblemCode {
  switch (status) {
    case 401:
      return 'sign_in.required';
    case 403:
      return 'access.denied';
    case 404:
      return 'not_found';
    case 405:
      return 'request.method';
    case 413:
      return 'request.too_large';
    case 414:
      return 'request.too_large';
    case 415:
      return 'request.media_type';
    case 429:
      return 'rate.limited';
    default:
      return 'request.invalid';
  }
}

/** Fastify's sentences about malformed requests are safe to show and say where the fault is. */
const messageOf = (error: Error): string | undefined =>
  'code' in error && typeof error.code === 'string' && error.code.startsWith('FST_')
    ? error.message
    : undefined;
