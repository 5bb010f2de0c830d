import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../problem/domain-error.js';

/** Where signatures are checked, over the bytes as they were sent. */
const SIGNED = '/api/hooks/';

const kept = new WeakMap<FastifyRequest, Buffer>();

/** The body exactly as it was sent, of the routes whose callers sign it. */
export const rawBodyOf = (request: FastifyRequest): Buffer => kept.get(request) ?? Buffer.alloc(0);

/**
 * Keeps the bytes of signed messages beside what they are parsed to, and lets such messages be CSV; the plugin that
 * is told of them reads it.
 */
export function keepSignedBodies(fastify: FastifyInstance, limitBytes: number): void {
  fastify.addHook('preParsing', async (request, _reply, payload) => {
    if (!isSigned(request)) return payload;
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of payload as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limitBytes) throw new DomainError('request.too_large');
      chunks.push(chunk);
    }
    const body = Buffer.concat(chunks);
    kept.set(request, body);
    return Object.assign(Readable.from([body]), { receivedEncodedLength: size });
  });
  fastify.addContentTypeParser('text/csv', { parseAs: 'string' }, (request, body, done) => {
    if (isSigned(request)) done(null, body);
    else done(new DomainError('request.media_type'));
  });
}

const isSigned = (request: FastifyRequest): boolean => request.routeOptions.url?.startsWith(SIGNED) === true;
