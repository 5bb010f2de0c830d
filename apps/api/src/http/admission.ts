import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Environment } from '../config/environment.js';
import type { Metrics } from '../metrics/metrics.js';
import { DomainError } from '../problem/domain-error.js';
import './slow-route.decorator.js';
import { FairQueue, type Place } from '../tenancy/fair-queue.js';
import type { TenantDirectory } from '../tenancy/tenant-directory.js';
import { isOfSociety } from './society-routes.js';

const RETRY_SECONDS = 2;
/** Times what each would have, did all that are here take alike. */
const MUCH_MORE = 1.5;
/** Work that goes on this long after its client went away gives its place back regardless. */
const FORGOTTEN_AFTER_MILLISECONDS = 60_000;
/** Routes that wait for somebody else rather than keep this process busy. */
const SLOW = { concurrency: 16, perKey: 4, waitingPerKey: 20 };

declare module 'fastify' {
  interface FastifyRequest {
    /** Among those that are let in or wait; absent for what passes by, and when the answer is ready. */
    admission?: Place | undefined;
  }
}

/**
 * Lets in a bounded number of API requests at once, societies in turn, so that one society's rush is not another's
 * delay. Asked when the body has been read, so that a slow client holds no place; the place is given back when the
 * answer is ready, so that a slow reader holds none either. A client that hangs up while it waits is forgotten.
 */
export function admitFairly(
  fastify: FastifyInstance,
  { admission: { concurrency, waitingPerTenant } }: Environment,
  tenants: Pick<TenantDirectory, 'lastKnown'>,
  metrics: Metrics,
): void {
  const requests = new FairQueue({
    concurrency,
    // One place is always left for whoever comes next. Who takes much more than the others is held to its share.
    perKey: ({ present, part }) =>
      present > 1 && part * present > MUCH_MORE ? Math.floor(concurrency / present) : concurrency - 1,
    waitingPerKey: waitingPerTenant,
  });
  const slow = new FairQueue(SLOW);
  metrics.admissionQueue(() => [...requests.status(), ...slow.status()]);

  fastify.addHook('preHandler', async (request, reply) => {
    if (!isOfSociety(request)) return;
    // What is unknown was refused before; a society that left in this very moment needs some turn.
    const tenant = tenants.lastKnown(request.hostname)?.slug ?? '-';
    const queue = request.routeOptions.config.isSlow === true ? slow : requests;
    const arrived = performance.now();
    await new Promise<void>((begin, refuse) => {
      const place = queue.enter(tenant, () => begin());
      if (place === null) {
        metrics.refused(tenant);
        refuse(new DomainError('service.busy', { retryAfterSeconds: RETRY_SECONDS }));
        return;
      }
      request.admission = place;
      reply.raw.once('close', () => hangUp(request));
    });
    metrics.admitted(tenant, (performance.now() - arrived) / 1000);
  });
  fastify.addHook('onSend', async (request: FastifyRequest, _reply: FastifyReply, payload) => {
    leaveAdmission(request);
    return payload;
  });
}

/**
 * For handlers whose work is done and that only wait from now on, such as for a job: the place is for somebody who
 * keeps this process busy. Whoever calls this bounds by itself how many may wait.
 */
export function leaveAdmission(request: FastifyRequest): void {
  request.admission?.leave();
  request.admission = undefined;
}

/** A client that hangs up does not end what was begun for it; that still takes its share of the machine. */
function hangUp({ admission }: FastifyRequest): void {
  if (admission === undefined) return;
  admission.withdraw();
  setTimeout(() => admission.leave(), FORGOTTEN_AFTER_MILLISECONDS).unref();
}
