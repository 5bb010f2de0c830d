import { Injectable, Module } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LearnerContext, TenantContext } from '../tenancy/tenant-context.js';
import type { ClaimState } from './claim.entity.js';

type Tenant = Pick<TenantContext, 'tenant'>;

/** What other features may do to a claim; apart from the claims themselves, so that nothing goes in circles. */
@Injectable()
export class ClaimRecords {
  /** The claim's state, which stays so until the transaction ends. Lock the claim before its certificates. */
  async lockState(manager: EntityManager, context: Tenant, claimId: string): Promise<ClaimState> {
    const rows: { state: ClaimState }[] = await manager.query(
      `select state from claims where tenant_id = $1 and id = $2 for no key update`,
      [context.tenant.id, claimId],
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`There is no claim ${claimId}`);
    return row.state;
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
