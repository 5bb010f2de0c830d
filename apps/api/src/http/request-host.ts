import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../problem/domain-error.js';

/** A name or an address, and perhaps a port: nothing else that a URL may have before its path. */
const HOST = /^(?:[A-Za-z0-9._-]*|\[[0-9A-Fa-f:.]+\])(?::([1-9]\d{0,4}))?$/;
const HIGHEST_PORT = 65_535;

/**
 * Refuses requests that do not say unmistakably which host they mean: several `Host` headers, or one with anything
 * beside name and port. A proxy in front could read another society into such a request than we do.
 */
export function requireOneHost(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request) => {
    if (countOfHosts(request) > 1) {
      throw new DomainError('request.invalid', { detail: 'Send exactly one Host header.' });
    }
    const host = HOST.exec(request.host);
    if (host === null || Number(host[1] ?? 0) > HIGHEST_PORT) {
      throw new DomainError('request.invalid', {
        detail: 'The Host header must be a host name, with a port from 1 to 65535 where there is one.',
      });
    }
  });
}

/** As they were sent: Node keeps only the first in `headers`. */
function countOfHosts({ raw: { rawHeaders } }: FastifyRequest): number {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.length === 4 && rawHeaders[index]?.toLowerCase() === 'host') count++;
  }
  return count;
}
