import { DomainError } from '../problem/domain-error.js';
import { FairQueue } from '../tenancy/fair-queue.js';
import type { TenantContext } from '../tenancy/tenant-context.js';

/**
 * A simulation keeps this process busy for seconds: never two at once. With the one under way, those that wait are
 * fewer than the slow routes' places of a society, so that its sign-ins and imports still find one.
 */
const LIMITS = { concurrency: 1, perKey: 1, waitingPerKey: 2 };
const RETRY_SECONDS = 10;

/** Lets simulations go on one after another, societies in turn. */
export class SimulationTurns {
  private readonly queue = new FairQueue(LIMITS);

  /** @throws DomainError `service.busy` when too many of the society wait already; and what the work throws */
  async take<Result>(
    { tenant }: Pick<TenantContext, 'tenant'>,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const leave = await new Promise<() => void>((begin, refuse) => {
      if (this.queue.enter(tenant.id, begin) === null) {
        refuse(new DomainError('service.busy', { retryAfterSeconds: RETRY_SECONDS }));
      }
    });
    try {
      return await work();
    } finally {
      leave();
    }
  }
}
