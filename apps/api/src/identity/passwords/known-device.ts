import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuid } from 'uuid';
import { isPlainLocalhost } from '../../config/environment.js';
import { SealBroken, Sealing } from '../../sealing/sealing.js';
import type { TenantContext } from '../../tenancy/tenant-context.js';

const NAME = 'laurel_device';
const LASTS_SECONDS = 180 * 24 * 3_600;

/** A browser in which a learner has signed in before. */
export interface KnownDevice {
  id: string;
  learnerId: string;
}

/**
 * Remembers browsers in which a learner's password was right once. Such a browser has its own number of tries, so that
 * nobody can lock the learner out of it by guessing elsewhere. It opens nothing by itself.
 */
@Injectable()
export class KnownDevices {
  constructor(private readonly sealing: Sealing) {}

  /** The device's cookie as far as it is ours and of this society; null otherwise. */
  read(context: Pick<TenantContext, 'tenant'>, request: FastifyRequest): KnownDevice | null {
    const sealed = request.cookies[nameOf(request)];
    if (sealed === undefined) return null;
    try {
      const kept: unknown = JSON.parse(this.sealing.open(context, sealed));
      return isKnown(kept) ? kept : null;
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }

  remember(
    context: Pick<TenantContext, 'tenant'>,
    learnerId: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const known = this.read(context, request);
    const id = known?.learnerId === learnerId ? known.id : uuid();
    const sealed = this.sealing.seal(context, JSON.stringify({ purpose: NAME, id, learnerId }));
    void reply.setCookie(nameOf(request), sealed, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: !isPlainLocalhost(request.hostname),
      maxAge: LASTS_SECONDS,
    });
  }
}

/** What opens was sealed by us; the purpose tells it from what else we seal into cookies. */
const isKnown = (value: unknown): value is KnownDevice =>
  typeof value === 'object' && value !== null && 'purpose' in value && value.purpose === NAME;

const nameOf = (request: FastifyRequest) => (isPlainLocalhost(request.hostname) ? NAME : `__Host-${NAME}`);
