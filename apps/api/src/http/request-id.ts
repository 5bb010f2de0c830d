import type { IncomingMessage } from 'node:http';
import { v7 as uuid } from 'uuid';

/** What a proxy in front may send; anything else could smuggle text into the logs. */
const ACCEPTABLE = /^[A-Za-z0-9._-]{8,64}$/;

/** The id a request is known by in answers and logs: the one the proxy gave it, or a new one. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const sent = request.headers['x-request-id'];
  return typeof sent === 'string' && ACCEPTABLE.test(sent) ? sent : uuid();
}
