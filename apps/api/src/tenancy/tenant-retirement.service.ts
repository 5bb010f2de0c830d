import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import { systemContext } from './tenant-context.js';
import { TenantDirectory } from './tenant-directory.js';
import { Tenant, type TenantStatus } from './tenant.entity.js';

export interface RetireOptions {
  /** Also where learners have claimed already. */
  readonly acceptsClaims?: boolean;
}

/** Societies that were made by mistake or have left: nothing of theirs is deleted, and nobody reaches it. */
@Injectable()
export class TenantRetirement {
  constructor(
    private readonly database: TenantDatabase,
    private readonly directory: TenantDirectory,
    private readonly audit: AuditService,
  ) {}

  /** Every society, those that are retired too, in the order of their addresses. */
  async list(): Promise<Tenant[]> {
    return this.database.platform((manager) => manager.find(Tenant, { order: { slug: 'ASC' } }));
  }

  /**
   * Its hosts answer as unknown from now on. Answers whether that is new.
   *
   * @throws DomainError `tenant.unknown`; `tenant.has_claims` where that is not accepted
   */
  async retire(slug: string, { acceptsClaims = false }: RetireOptions = {}): Promise<boolean> {
    return this.change(slug, 'suspended', acceptsClaims);
  }

  /**
   * Undoes `retire`. Answers whether that is new.
   *
   * @throws DomainError `tenant.unknown`
   */
  async restore(slug: string): Promise<boolean> {
    return this.change(slug, 'active', true);
  }

  private async change(slug: string, status: TenantStatus, acceptsClaims: boolean): Promise<boolean> {
    const tenant = await this.database.platform((manager) => manager.findOneBy(Tenant, { slug }));
    if (tenant === null) {
      throw new DomainError('tenant.unknown', { detail: `There is no society "${slug}".` });
    }
    if (tenant.status === status) return false;
    const context = systemContext(tenant, `tenant ${status === 'active' ? 'restore' : 'retire'}`);
    await this.database.transaction(context, async (manager) => {
      const [claims] = await manager.query<{ count: number }[]>(
        `select count(*)::int as count from claims where tenant_id = $1 and state <> 'draft'`,
        [tenant.id],
      );
      const count = claims?.count ?? 0;
      if (count > 0 && !acceptsClaims) {
        const detail =
          `${String(count)} ${count === 1 ? 'claim was' : 'claims were'} submitted at "${slug}"; nothing was ` +
          'changed. To retire it all the same, add --with-claims.';
        throw new DomainError('tenant.has_claims', { detail });
      }
      await manager.update(Tenant, { id: tenant.id }, { status });
      await this.audit.record(manager, context, {
        action: status === 'active' ? 'tenant.restored' : 'tenant.retired',
        subjectId: tenant.id,
      });
    });
    this.directory.forget();
    return true;
  }
}
