import type { ClaimState } from '@laurel/credit';
import { Injectable, Module } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TenantContext } from '../tenancy/tenant-context.js';

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
