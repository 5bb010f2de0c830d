import { sheetPolicy } from '@laurel/certificate-renderer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUnchanged } from '../http/etag.js';

/** Sends a certificate's sheet under its own policy: to the browser it is a foreign page, whatever its template says. */
export const sendSheet = (request: FastifyRequest, reply: FastifyReply, html: string): string | undefined => {
  void reply.header('content-security-policy', sheetPolicy);
  if (isUnchanged(request, reply, html)) return undefined;
  void reply.type('text/html; charset=utf-8');
  return html;
};
