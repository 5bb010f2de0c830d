import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyContextConfig } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    isSlow?: boolean;
  }
}

/**
 * For routes that take as long as somebody else does: a client that sends a large file, a system outside, those
 * before it in a queue of its own. They are let in beside the others, so that they do not keep the places of what is
 * done in milliseconds.
 *
 * @param more further settings of the route; a second decorator would take the place of this one
 */
export const SlowRoute = (more: FastifyContextConfig = {}) => RouteConfig({ ...more, isSlow: true });
