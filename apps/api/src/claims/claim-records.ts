import { isInForce, type ClaimState } from '@laurel/credit';
import { Injectable, Module } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TenantContext } from '../tenancy/tenant-context.js';

type Tenant = Pick<TenantContext, 'tenant'>;

/** `replaced`: another claim took its place, or none counts any more. */
export type ClaimStanding = 'stands' | 'replaced';

/** What other features may do to a claim; apart from the claims themselves, so that nothing goes in circles. */
@Injectable()
export class ClaimRecords {
  /**
   * Whether what was issued for a claim still counts, which stays so until the transaction ends: the claim is in
   * force, or what amends it is held and leaves it standing until a person has looked. Lock a claim before its
   * certificates.
   */
  async lockStanding(manager: EntityManager, context: Tenant, claimId: string): Promise<ClaimStanding> {
    const state = await this.lock(manager, context, 'id = $2', claimId);
    if (state === undefined) throw new Error(`There is no claim ${claimId}`);
    if (isInForce(state)) return 'stands';
    // Another amendment may take the place of the one that is waited for here; then the next look finds that one.
    const successor =
      (await this.lockSuccessor(manager, context, claimId)) ??
      (await this.lockSuccessor(manager, context, claimId));
    return successor === 'held' ? 'stands' : 'replaced';
  }

  /** The claim in force of the same learner at the same activity. */
  private lockSuccessor(manager: EntityManager, context: Tenant, claimId: string) {
    return this.lock(
      manager,
      context,
      `(activity_id, learner_id) = (select activity_id, learner_id from claims where tenant_id = $1 and id = $2)
         and is_sole and state in ('submitted', 'certified', 'held')`,
      claimId,
    );
  }

  private async lock(
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

  /** A submitted claim is certified with its first certificate. */
  async certify(manager: EntityManager, context: Tenant, claimId: string): Promise<void> {
    await manager.query(
      `update claims set state = 'certified' where tenant_id = $1 and id = $2 and state = 'submitted'`,
      [context.tenant.id, claimId],
    );
  }
}

@Module({ providers: [ClaimRecords], exports: [ClaimRecords] })
export class ClaimRecordsModule {}
