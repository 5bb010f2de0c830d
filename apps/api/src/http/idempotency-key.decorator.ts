import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../problem/domain-error.js';

/** Visible ASCII, as HTTP headers carry it; long enough for any kind of identifier. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{8,200}$/;

/** The key by which the client says that two requests are one. Without a usable one: `idempotency.key_required`. */
export const IdempotencyKey = createParamDecorator((_: unknown, execution: ExecutionContext): string => {
  const key = execution.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (typeof key !== 'string' || !IDEMPOTENCY_KEY.test(key))
    throw new DomainError('idempotency.key_required');
  return key;
});
