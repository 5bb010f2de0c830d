import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import helmet from 'helmet';
import { isPlainLocalhost } from '../config/environment.js';
import { isError } from '../problem/is-error.js';

/**
 * What a page of ours may load: itself only. Angular writes component styles into the page, so styles carry a
 * nonce that each index.html is given anew.
 */
const policyOf = (isLocal: boolean, styles: string) =>
  [
    `default-src 'self'`,
    `base-uri 'self'`,
    `script-src 'self'`,
    `script-src-attr 'none'`,
    `style-src 'self' ${styles}`,
    // Bindings such as [style.width] go through the object model; attributes in templates do not.
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `frame-src 'self' blob:`,
    `object-src 'none'`,
    `frame-ancestors 'self'`,
    `form-action 'self'`,
    ...(isLocal ? [] : ['upgrade-insecure-requests']),
  ].join('; ');

/** Security headers on every answer. Those that force https are left out on this machine. */
export function useSecurityHeaders(fastify: FastifyInstance): void {
  // Put together once. Fastify's plugin does so for every request, and what it leaves behind keeps each request in
  // memory until the next major collection.
  const writeCommonHeaders = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'sameorigin' },
  });
  fastify.addHook('onRequest', async (request, reply) => {
    writeCommonHeaders(request.raw, reply.raw, throwFault);
    const isLocal = isPlainLocalhost(request.hostname);
    if (!isLocal) void reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    // The OpenAPI page carries its own inline styles.
    const styles = request.url.startsWith('/api/docs') ? `'unsafe-inline'` : '';
    void reply.header('content-security-policy', policyOf(isLocal, styles).replace(/ ;/g, ';'));
    void reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  });
}

const throwFault = (fault?: unknown) => {
  if (fault !== undefined) throw isError(fault) ? fault : new Error('Helmet failed', { cause: fault });
};

/** Allows the styles of this one page; returns the nonce to write into it. */
export function allowPageStyles(request: FastifyRequest, reply: FastifyReply): string {
  const nonce = randomBytes(16).toString('base64');
  const isLocal = isPlainLocalhost(request.hostname);
  void reply.header('content-security-policy', policyOf(isLocal, `'nonce-${nonce}'`));
  return nonce;
}
