import { Injectable } from '@nestjs/common';
import { claimStateAfter, isInForce, type ClaimState } from '@laurel/credit';
import type { EntityManager } from 'typeorm';
import type { LearnerContext, TenantContext } from '../tenancy/tenant-context.js';
import { IN_FORCE, statesBefore } from './claim-states.js';

type Tenant = Pick<TenantContext, 'tenant'>;

/** `replaced`: another claim took its place, or none counts any more. */
export type ClaimStanding = 'stands' | 'replaced';

/**
 * How a claim stands, for the features that work from claims. They do not know the feature that makes them, which
 * itself calls theirs.
 */
@Injectable()
export class ClaimStandingService {
  /**
   * Whether what was issued for a claim still counts, which stays so until the transaction ends: the claim is in
   * force, or what amends it is held and leaves it standing until a person has looked. Lock a claim before its
   * certificates.
   */
  async lock(manager: EntityManager, context: Tenant, claimId: string): Promise<ClaimStanding> {
    const state = await this.lockState(manager, context, 'id = $2', claimId);
    if (state === undefined) throw new Error(`There is no claim ${claimId}`);
    if (isInForce(state)) return 'stands';
    // Another amendment may take the place of the one that is waited for here; then the next look finds that one.
    const successor =
      (await this.lockSuccessor(manager, context, claimId)) ??
      (await this.lockSuccessor(manager, context, claimId));
    return successor === 'held' ? 'stands' : 'replaced';
  }

  /** A submitted claim is certified with its first certificate. */
  async certify(manager: EntityManager, context: Tenant, claimId: string): Promise<void> {
    await manager.query(
      `update claims set state = $3 where tenant_id = $1 and id = $2 and ${statesBefore('certify')}`,
      [context.tenant.id, claimId, claimStateAfter('certify')],
    );
  }

  /** The claim in force of the same learner at the same activity. */
  private lockSuccessor(manager: EntityManager, context: Tenant, claimId: string) {
    return this.lockState(
      manager,
      context,
      `(activity_id, learner_id) = (select activity_id, learner_id from claims where tenant_id = $1 and id = $2)
         and is_sole and ${IN_FORCE}`,
      claimId,
    );
  }

  private async lockState(
    manager: EntityManager,
    context: Tenant,
    condition: string,
    claimId: string,
  ): Promise<ClaimState | undefined> {
    const rows: { state: ClaimState }[] = await manager.query(
      `select state from claims where tenant_id = $1 and ${condition} for no key update`,
      [context.tenant.id, claimId],
    );
    return rows[0]?.state;
  }

  /** Whether this is a claim of the learner's at the activity, and one that was submitted. */
  async hasSubmitted(manager: EntityManager, context: LearnerContext, claimId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `select id from claims
       where tenant_id = $1 and id = $2 and activity_id = $3 and learner_id = $4 and state <> 'draft'`,
      [context.tenant.id, claimId, context.actor.activityId, context.actor.learnerId],
    );
    return rows.length > 0;
  }
}
