import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditService } from '../audit/audit.service.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import { systemContext, type TenantContext } from '../tenancy/tenant-context.js';
import { TenantDirectory } from '../tenancy/tenant-directory.js';
import { Account } from './account.entity.js';
import type { StaffSignInDto } from './sign-in.dto.js';
import { throttled } from './sign-in-throttle.service.js';
import { type OpenedSignIn, SignInsService } from './sign-ins.service.js';
import { StaffMember } from './staff-member.entity.js';
import type { StaffRole } from './staff-roles.js';
import { AccountThrottleService } from './account-throttle.service.js';

export interface NewStaffMember {
  email: string;
  displayName: string;
  role: StaffRole;
  password: string;
}

/** An argon2id hash of nothing anybody types, so that an unknown address costs as much as a wrong password. */
const DECOY = await hash(uuid());

/** People who work for a society: made by the operator, signed in by mail address and password. */
@Injectable()
export class StaffService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly throttle: AccountThrottleService,
    private readonly signIns: SignInsService,
    private readonly audit: AuditService,
    private readonly tenants: TenantDirectory,
  ) {}

  /**
   * Gives the person this role in the tenant; an account that exists keeps its name, and gets the password. Who
   * signed in with the old one is signed out of every tenant.
   */
  async create(context: TenantContext, input: NewStaffMember): Promise<{ staffMemberId: string }> {
    const email = input.email.toLowerCase();
    const passwordHash = await hash(input.password);
    const account = await this.database.platform((manager) => manager.findOneBy(Account, { email }));
    const before = account?.passwordHash ?? null;
    const isAnother = before !== null && !(await verify(before, input.password));
    // Accounts belong to no tenant, so these are several transactions; repeating the command completes it.
    const accountId = await this.database.platform(async (manager) => {
      const id = account?.id ?? uuid();
      const displayName = account?.displayName ?? input.displayName;
      await manager.upsert(Account, { id, email, displayName, passwordHash }, ['email']);
      return id;
    });
    if (isAnother) await this.signOutEverywhere(accountId);
    return this.database.transaction(context, async (manager) => {
      const tenantId = context.tenant.id;
      const known = await manager.findOneBy(StaffMember, { tenantId, accountId });
      const id = known?.id ?? uuid();
      await manager.upsert(StaffMember, { tenantId, id, accountId, role: input.role }, [
        'tenantId',
        'accountId',
      ]);
      await this.audit.record(manager, context, {
        action: known === null ? 'staff.created' : 'staff.changed',
        subjectId: id,
        details: { role: input.role },
      });
      return { staffMemberId: id };
    });
  }

  /** @throws DomainError `sign_in.failed`, the same for an unknown address and a wrong password; `sign_in.throttled` */
  async signIn(context: TenantContext, input: StaffSignInDto, address: string): Promise<OpenedSignIn> {
    const email = input.email.toLowerCase();
    const attempt = { email, address };
    const wait = await this.throttle.count(attempt);
    if (wait !== null) throw throttled(wait);

    const account = await this.database.platform((manager) => manager.findOneBy(Account, { email }));
    // Outside any transaction: it is slow on purpose.
    const isRight = await verify(account?.passwordHash ?? DECOY, input.password);
    const opened = await this.database.transaction(context, async (manager) => {
      const member = account === null ? null : await this.memberOf(manager, context, account.id);
      if (!isRight || member === null) throw new DomainError('sign_in.failed', { detail: STAFF_FAILURE });
      return this.signIns.open(manager, context, { staffMemberId: member.id });
    });
    await this.throttle.forgive(attempt);
    return opened;
  }

  private async signOutEverywhere(accountId: string): Promise<void> {
    for (const tenant of await this.tenants.allEver()) {
      await this.signIns.revokeAccount(systemContext(tenant, 'new password'), accountId);
    }
  }

  private memberOf(
    manager: EntityManager,
    context: TenantContext,
    accountId: string,
  ): Promise<StaffMember | null> {
    return manager.findOneBy(StaffMember, { tenantId: context.tenant.id, accountId });
  }
}

const STAFF_FAILURE =
  'We could not find that mail address and password together. Please check both and try again.';
