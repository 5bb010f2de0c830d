import { sheetPolicy } from '@laurel/certificate-renderer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUnchanged } from '../http/etag.js';
import { DomainError } from '../problem/domain-error.js';

/**
 * Sends a certificate's sheet under its own policy: to the browser it is a foreign page, whatever its template says.
 *
 * @throws DomainError `not_found` where a browser would show it as a page of its own, which could go elsewhere
 */
export const sendSheet = (request: FastifyRequest, reply: FastifyReply, html: string): string | undefined => {
  if (request.headers['sec-fetch-dest'] === 'document') throw new DomainError('not_found');
  void reply.header('content-security-policy', sheetPolicy);
  if (isUnchanged(request, reply, html)) return undefined;
  void reply.type('text/html; charset=utf-8');
  return html;
};
