import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { TenantContext } from './tenant-context.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once by the access guard, never changed after. */
    tenantContext?: TenantContext;
  }
}

/**
 * The tenant and the person of this request. The route's access decorator decides which kind of person it is:
 * with `@ForLearners()` declare it as `LearnerContext`, with `@ForStaff()` as `StaffContext`.
 */
export const Context = createParamDecorator((_: unknown, execution: ExecutionContext): TenantContext => {
  const { tenantContext } = execution.switchToHttp().getRequest<FastifyRequest>();
  if (tenantContext === undefined) throw new Error('This route has no tenant; it cannot ask for a context');
  return tenantContext;
});
