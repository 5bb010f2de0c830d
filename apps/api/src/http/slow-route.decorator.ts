import { RouteConfig } from '@nestjs/platform-fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    isSlow?: boolean;
  }
}

/**
 * For routes that take as long as somebody else does: a client that sends a large file, a system outside, those
 * before it in a queue of its own. They are let in beside the others, so that they do not keep the places of what is done in milliseconds.
 */
export const SlowRoute = () => RouteConfig({ isSlow: true });
