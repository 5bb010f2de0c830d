import type { FastifyReply, FastifyRequest } from 'fastify';
import '@fastify/cookie';
import { isPlainLocalhost } from '../config/environment.js';

/** A browser may be signed in as a learner and as staff at once; each has a cookie of its own. */
export type CookieKind = 'learner' | 'staff';

const names = { learner: 'laurel_session', staff: 'laurel_staff' } as const;

/** `__Host-` binds the cookie to exactly this host and to https; plain http on this machine cannot have it. */
const nameOf = (kind: CookieKind, request: FastifyRequest) =>
  isPlainLocalhost(request.hostname) ? names[kind] : `__Host-${names[kind]}`;

export const sessionTokenOf = (kind: CookieKind, request: FastifyRequest): string | undefined =>
  request.cookies[nameOf(kind, request)];

export function setSessionCookie(
  kind: CookieKind,
  request: FastifyRequest,
  reply: FastifyReply,
  session: { token: string; expiresAt: Temporal.Instant },
): void {
  void reply.setCookie(nameOf(kind, request), session.token, {
    ...attributes(request),
    expires: new Date(session.expiresAt.epochMilliseconds),
  });
}

export function clearSessionCookie(kind: CookieKind, request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(nameOf(kind, request), attributes(request));
}

const attributes = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: !isPlainLocalhost(request.hostname) }) as const;
