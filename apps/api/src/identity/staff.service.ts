import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { type EntityManager, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import { systemContext, type TenantContext } from '../tenancy/tenant-context.js';
import { TenantDirectory } from '../tenancy/tenant-directory.js';
import { Account } from './account.entity.js';
import type { StaffSignInDto } from './sign-in.dto.js';
import { throttled } from './sign-in-throttle.service.js';
import { type OpenedSignIn, SignInsService } from './sign-ins.service.js';
import { StaffMember } from './staff-member.entity.js';
import { type StaffRole, staffRoles } from './staff-roles.js';
import { AccountThrottleService } from './account-throttle.service.js';

export interface NewStaffMember {
  email: string;
  displayName: string;
  role: StaffRole;
  /** Without one, a new account is given one that is made up. */
  password?: string | undefined;
}

export interface CreatedStaffMember {
  staffMemberId: string;
  /** What became of the person's role here. */
  outcome: 'created' | 'changed' | 'unchanged';
  /** The password that was made up for a new account; it can never be shown again. */
  madePassword: string | null;
}

export interface StaffMemberRow {
  email: string;
  displayName: string;
  role: StaffRole;
  since: Temporal.Instant;
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
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the person this role in the tenant. Whoever has an account already, in whichever society, keeps its name and
   * password: an account is one in all of them.
   *
   * @throws DomainError `staff.has_account` where another password was given for an account that has one;
   *   `staff.last_owner` where the only owner would become something else
   */
  async create(context: TenantContext, input: NewStaffMember): Promise<CreatedStaffMember> {
    const email = input.email.toLowerCase();
    const account = await this.accountOf(email);
    // Accounts belong to no tenant, so these are several transactions; repeating the command completes it.
    const { accountId, madePassword } = await this.accountFor(account, { ...input, email });
    return this.database.transaction(context, async (manager) => {
      const tenantId = context.tenant.id;
      const known = await manager.findOneBy(StaffMember, { tenantId, accountId });
      if (known?.role === 'owner' && input.role !== 'owner') await keepAnOwner(manager, context, known.id);
      const staffMemberId = known?.id ?? uuid();
      const isHere = known !== null && known.removedAt === null;
      if (isHere && known.role === input.role) return { staffMemberId, outcome: 'unchanged', madePassword };
      await manager.upsert(
        StaffMember,
        { tenantId, id: staffMemberId, accountId, role: input.role, removedAt: null },
        ['tenantId', 'accountId'],
      );
      await this.audit.record(manager, context, {
        action: isHere ? 'staff.changed' : 'staff.created',
        subjectId: staffMemberId,
        details: { role: input.role },
      });
      return { staffMemberId, outcome: isHere ? 'changed' : 'created', madePassword };
    });
  }

  /** Everybody who works for the society, the most powerful role first. */
  async list(context: TenantContext): Promise<StaffMemberRow[]> {
    const rows = await this.database.transaction(context, (manager) =>
      manager.query<(Omit<StaffMemberRow, 'since'> & { since: Date })[]>(
        `select a.email, a.display_name as "displayName", m.role, m.created_at as since
         from staff_members m join accounts a on a.id = m.account_id
         where m.tenant_id = $1 and m.removed_at is null
         order by array_position($2::text[], m.role), a.email`,
        [context.tenant.id, staffRoles],
      ),
    );
    return rows.map(({ since, ...row }) => ({
      ...row,
      since: Temporal.Instant.fromEpochMilliseconds(since.getTime()),
    }));
  }

  /**
   * Ends the person's work for this society at once; what they did stays under their name, and their account stays
   * for other societies.
   *
   * @throws DomainError `staff.unknown`; `staff.last_owner`
   */
  async remove(context: TenantContext, email: string): Promise<void> {
    const account = await this.accountOf(email.toLowerCase());
    await this.database.transaction(context, async (manager) => {
      const member = account === null ? null : await this.memberOf(manager, context, account.id);
      if (member === null) throw new DomainError('staff.unknown');
      if (member.role === 'owner') await keepAnOwner(manager, context, member.id);
      const key = { tenantId: context.tenant.id, id: member.id };
      await manager.update(StaffMember, key, { removedAt: this.clock.now() });
      await this.audit.record(manager, context, {
        action: 'staff.removed',
        subjectId: member.id,
        details: { role: member.role },
      });
    });
    if (account !== null) await this.signIns.revokeAccount(context, account.id);
  }

  /**
   * A new password for somebody who works for this society. It holds in every society, and whoever signed in with the
   * old one is signed out of all of them. Tries at the old one do not count against it.
   *
   * @throws DomainError `staff.unknown`
   */
  async setPassword(context: TenantContext, email: string, password: string): Promise<void> {
    const account = await this.accountOf(email.toLowerCase());
    const passwordHash = await hash(password);
    await this.database.transaction(context, async (manager) => {
      const member = account === null ? null : await this.memberOf(manager, context, account.id);
      if (member === null) throw new DomainError('staff.unknown');
      await this.audit.record(manager, context, { action: 'staff.password_set', subjectId: member.id });
    });
    if (account === null) return;
    await this.database.platform((manager) => manager.update(Account, { id: account.id }, { passwordHash }));
    await this.signOutEverywhere(account.id);
  }

  /** @throws DomainError `sign_in.failed`, the same for an unknown address and a wrong password; `sign_in.throttled` */
  async signIn(context: TenantContext, input: StaffSignInDto, address: string): Promise<OpenedSignIn> {
    const email = input.email.toLowerCase();
    const account = await this.accountOf(email);
    const attempt = { email, passwordHash: account?.passwordHash ?? null, address };
    const wait = await this.throttle.count(attempt);
    if (wait !== null) throw throttled(wait);

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

  private accountOf(email: string): Promise<Account | null> {
    return this.database.platform((manager) => manager.findOneBy(Account, { email }));
  }

  /** The account itself, or a new one with the password given or one that is made up. */
  private async accountFor(
    account: Account | null,
    { email, displayName, password }: NewStaffMember,
  ): Promise<{ readonly accountId: string; readonly madePassword: string | null }> {
    const present = account?.passwordHash ?? null;
    if (account !== null && present !== null) {
      // The same one again changes nothing, so that the command may be repeated.
      if (password !== undefined && !(await verify(present, password)))
        throw new DomainError('staff.has_account');
      return { accountId: account.id, madePassword: null };
    }
    const accountId = account?.id ?? uuid();
    const chosen = password ?? randomBytes(12).toString('base64url');
    const passwordHash = await hash(chosen);
    await this.database.platform((manager) =>
      manager.upsert(
        Account,
        { id: accountId, email, displayName: account?.displayName ?? displayName, passwordHash },
        ['email'],
      ),
    );
    return { accountId, madePassword: password === undefined ? chosen : null };
  }

  private memberOf(
    manager: EntityManager,
    context: TenantContext,
    accountId: string,
  ): Promise<StaffMember | null> {
    return manager.findOneBy(StaffMember, { tenantId: context.tenant.id, accountId, removedAt: IsNull() });
  }
}

/**
 * Refuses to take the only owner away. The owners' rows stay locked until the transaction ends: two who remove each
 * other at once take turns.
 */
async function keepAnOwner(
  manager: EntityManager,
  { tenant }: Pick<TenantContext, 'tenant'>,
  staffMemberId: string,
): Promise<void> {
  const owners = await manager.query<{ id: string }[]>(
    `select id from staff_members where tenant_id = $1 and role = 'owner' and removed_at is null
     order by id for update`,
    [tenant.id],
  );
  if (owners.every(({ id }) => id === staffMemberId)) throw new DomainError('staff.last_owner');
}

const STAFF_FAILURE =
  'We could not find that mail address and password together. Please check both and try again.';
