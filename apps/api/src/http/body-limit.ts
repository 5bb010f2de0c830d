import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** In bytes. */
    bodyLimit?: number;
  }
}

const KIBIBYTE = 1024;
/** What a request may bring unless its route says otherwise; nearly all bring a few hundred bytes. */
export const BODY_LIMIT_BYTES = 64 * KIBIBYTE;
/** Of doors at which anybody may knock: a name, a password. */
export const SIGN_IN_BODY_BYTES = 16 * KIBIBYTE;
/** Of what is pushed, arranged or answered in one piece. */
export const LARGE_BODY_BYTES = 1024 * KIBIBYTE;

/** For routes that take larger bodies than the others, or only smaller ones. */
export const BodyLimit = (bytes: number) => RouteConfig({ bodyLimit: bytes });

/** Nest passes a route's `config` to Fastify and nothing else; this makes the limit in it count. */
export function limitBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const limit = route.config?.bodyLimit;
    if (limit !== undefined) route.bodyLimit = limit;
  });
}
