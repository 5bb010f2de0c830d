import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../config/clock.js';
import { Environment } from '../config/environment.js';
import type { PreparedStatement } from '../database/prepared-statement.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { SignInWayKind } from '../tenancy/sign-in-ways.js';
import type { LearnerContext, StaffContext, TenantContext } from '../tenancy/tenant-context.js';
import { hashOf, newToken } from './secrets.js';
import { SignIn } from './sign-in.entity.js';
import { StaffMember } from './staff-member.entity.js';
import type { StaffRole } from './staff-roles.js';

/** `last_seen_at` is written at most this often, so that reading costs no write. */
const SEEN_EVERY = Temporal.Duration.from({ minutes: 5 });

export interface OpenedSignIn {
  id: string;
  /** For the cookie; stored nowhere. */
  token: string;
  csrfToken: string;
  expiresAt: Temporal.Instant;
}

export type SignInSubject =
  | { learnerId: string; registrationId: string; activityId: string; way: SignInWayKind }
  | { staffMemberId: string };

/** A sign-in that is in force, and whose it is. */
export interface LiveSignIn {
  csrfToken: string;
  actor: LearnerContext['actor'] | StaffContext['actor'];
}

/** With the role, read anew each time, so that one taken away is gone at once. */
const BY_TOKEN: PreparedStatement = {
  name: 'sign-in-by-token',
  text: `select s.id, s.csrf_token, s.learner_id, s.registration_id, s.activity_id, s.staff_member_id,
      s.last_seen_at, s.expires_at, m.account_id, m.role
    from sign_ins s
    left join staff_members m on m.tenant_id = s.tenant_id and m.id = s.staff_member_id and m.removed_at is null
    where s.tenant_id = $1 and s.token_hash = $2 and s.revoked_at is null`,
};

interface SignInRow {
  id: string;
  csrf_token: string;
  learner_id: string | null;
  registration_id: string | null;
  activity_id: string | null;
  staff_member_id: string | null;
  last_seen_at: Date;
  expires_at: Date;
  account_id: string | null;
  role: StaffRole | null;
}

/** Signed-in browsers: opened, looked up with every request, revoked. */
@Injectable()
export class SignInsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly environment: Environment,
    private readonly clock: Clock,
  ) {}

  async open(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    subject: SignInSubject,
  ): Promise<OpenedSignIn> {
    const now = this.clock.now();
    const token = newToken();
    const opened = {
      id: uuid(),
      csrfToken: newToken(),
      expiresAt: now.add(this.environment.sessionMax),
    };
    await manager.insert(SignIn, {
      tenantId: context.tenant.id,
      tokenHash: hashOf(token),
      createdAt: now,
      lastSeenAt: now,
      ...opened,
      ...subject,
    });
    return { ...opened, token };
  }

  /** One indexed read in one round trip. Null when the token is unknown here, revoked, or older than it may be. */
  async find(context: Pick<TenantContext, 'tenant'>, token: string): Promise<LiveSignIn | null> {
    const now = this.clock.now();
    const [row] = await this.database.glance<SignInRow>(context, BY_TOKEN, [
      context.tenant.id,
      hashOf(token),
    ]);
    if (row === undefined || !this.isInForce(row, now)) return null;
    const actor = actorOf(row);
    if (actor === null) return null;
    if (isBefore(instantOf(row.last_seen_at).add(SEEN_EVERY), now)) {
      await this.database.transaction(context, (manager) =>
        manager.update(SignIn, { tenantId: context.tenant.id, id: row.id }, { lastSeenAt: now }),
      );
    }
    return { csrfToken: row.csrf_token, actor };
  }

  async revoke(context: Pick<TenantContext, 'tenant'>, signInId: string): Promise<void> {
    await this.database.transaction(context, (manager) =>
      manager.update(
        SignIn,
        { tenantId: context.tenant.id, id: signInId, revokedAt: IsNull() },
        { revokedAt: this.clock.now() },
      ),
    );
  }

  /** Everywhere this learner is signed in within the tenant, the asking browser included. */
  async revokeAllOf(context: LearnerContext): Promise<void> {
    await this.database.transaction(context, (manager) =>
      this.revokeLearner(manager, context, context.actor.learnerId),
    );
  }

  /** Everywhere this learner is signed in, but for the browser with the sign-in to be kept. */
  async revokeLearner(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    learnerId: string,
    keptSignInId?: string,
  ): Promise<void> {
    await manager.update(
      SignIn,
      {
        tenantId: context.tenant.id,
        learnerId,
        revokedAt: IsNull(),
        ...(keptSignInId === undefined ? {} : { id: Not(keptSignInId) }),
      },
      { revokedAt: this.clock.now() },
    );
  }

  /** Everywhere the person of this account is signed in within the tenant. */
  async revokeAccount(context: TenantContext, accountId: string): Promise<void> {
    await this.database.transaction(context, (manager) =>
      manager.query(
        `update sign_ins set revoked_at = $3 where tenant_id = $1 and revoked_at is null and staff_member_id in
           (select id from staff_members where tenant_id = $1 and account_id = $2)`,
        [context.tenant.id, accountId, this.clock.now().toString()],
      ),
    );
  }

  /** What a staff member's browser is told. */
  async staffSession(
    context: Pick<TenantContext, 'tenant'>,
    signInId: string,
  ): Promise<{ csrfToken: string; expiresAt: string; role: StaffRole }> {
    const tenantId = context.tenant.id;
    return this.database.transaction(context, async (manager) => {
      const signIn = await manager.findOneByOrFail(SignIn, { tenantId, id: signInId });
      const member =
        signIn.staffMemberId === null
          ? null
          : await manager.findOneBy(StaffMember, { tenantId, id: signIn.staffMemberId, removedAt: IsNull() });
      if (member === null) throw new DomainError('sign_in.required');
      return { csrfToken: signIn.csrfToken, expiresAt: signIn.expiresAt.toString(), role: member.role };
    });
  }

  private isInForce({ expires_at, last_seen_at }: SignInRow, now: Temporal.Instant): boolean {
    // `last_seen_at` may be old by SEEN_EVERY although the browser was just here; nobody is signed out early.
    const idleUntil = instantOf(last_seen_at).add(this.environment.sessionIdle).add(SEEN_EVERY);
    return isBefore(now, instantOf(expires_at)) && isBefore(now, idleUntil);
  }
}

function actorOf(row: SignInRow): LiveSignIn['actor'] | null {
  const { id: signInId, learner_id, registration_id, activity_id, staff_member_id, account_id, role } = row;
  if (learner_id !== null && registration_id !== null && activity_id !== null) {
    return Object.freeze({
      kind: 'learner',
      learnerId: learner_id,
      registrationId: registration_id,
      activityId: activity_id,
      signInId,
    });
  }
  if (staff_member_id === null || account_id === null || role === null) return null;
  return Object.freeze({
    kind: 'staff',
    staffMemberId: staff_member_id,
    accountId: account_id,
    role,
    signInId,
  });
}

const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());
const isBefore = (left: Temporal.Instant, right: Temporal.Instant) =>
  Temporal.Instant.compare(left, right) < 0;
