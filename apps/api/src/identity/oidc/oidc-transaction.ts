import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../config/clock.js';
import { isPlainLocalhost } from '../../config/environment.js';
import { SealBroken, Sealing } from '../../sealing/sealing.js';
import type { TenantContext } from '../../tenancy/tenant-context.js';

/** What must still be known when the provider sends the browser back. */
export interface OidcTransaction {
  state: string;
  nonce: string;
  codeVerifier: string;
  /** Whom we sent the browser to; an answer is taken from nobody else. */
  issuer: string;
  clientId: string;
  redirectUri: string;
  returnTo: string;
  activityId: string | null;
}

/** Long enough to find one's password and a second factor. */
const LASTS = Temporal.Duration.from({ minutes: 15 });
const NAME = 'laurel_oidc';

/**
 * The sign-in under way, kept by the browser itself: sealed, so that it can neither be read nor changed, and of one
 * society, so that it is nothing in another. One a browser; the last one begun counts.
 */
@Injectable()
export class OidcTransactions {
  constructor(
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  keep(
    context: Pick<TenantContext, 'tenant'>,
    transaction: OidcTransaction,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const until = this.clock.now().add(LASTS);
    const sealed = this.sealing.seal(
      context,
      JSON.stringify({ purpose: NAME, until: until.toString(), ...transaction }),
    );
    void reply.setCookie(nameOf(request), sealed, { ...attributes(request), maxAge: LASTS.total('seconds') });
  }

  /** The transaction, once: the cookie is taken back. Null when there is none in force. */
  take(
    context: Pick<TenantContext, 'tenant'>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): OidcTransaction | null {
    const sealed = request.cookies[nameOf(request)];
    if (sealed === undefined) return null;
    void reply.clearCookie(nameOf(request), attributes(request));
    let kept: unknown;
    try {
      kept = JSON.parse(this.sealing.open(context, sealed));
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
    if (!isKept(kept)) return null;
    return Temporal.Instant.compare(this.clock.now(), Temporal.Instant.from(kept.until)) < 0 ? kept : null;
  }
}

/** What opens was sealed by us; the purpose tells it from what else we seal into cookies. */
const isKept = (value: unknown): value is OidcTransaction & { until: string } =>
  typeof value === 'object' && value !== null && 'purpose' in value && value.purpose === NAME;

/** As with session cookies: bound to the host and to https wherever there is https. */
const nameOf = (request: FastifyRequest) => (isPlainLocalhost(request.hostname) ? NAME : `__Host-${NAME}`);

/** Lax, since the provider's redirect comes from another site. */
const attributes = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: !isPlainLocalhost(request.hostname) }) as const;
