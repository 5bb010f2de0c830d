import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../config/clock.js';
import { Environment } from '../config/environment.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
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
  { learnerId: string; registrationId: string; activityId: string } | { staffMemberId: string };

/** A sign-in that is in force, and whose it is. */
export interface LiveSignIn {
  signIn: SignIn;
  actor: LearnerContext['actor'] | StaffContext['actor'];
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

  /** One indexed read. Null when the token is unknown here, revoked, or older than it may be. */
  async find(context: Pick<TenantContext, 'tenant'>, token: string): Promise<LiveSignIn | null> {
    const now = this.clock.now();
    const tenantId = context.tenant.id;
    return this.database.transaction(context, async (manager) => {
      const signIn = await manager.findOneBy(SignIn, {
        tenantId,
        tokenHash: hashOf(token),
        revokedAt: IsNull(),
      });
      if (signIn === null || !this.isInForce(signIn, now)) return null;
      const actor = await this.actorOf(manager, signIn);
      if (actor === null) return null;
      if (isBefore(signIn.lastSeenAt.add(SEEN_EVERY), now)) {
        await manager.update(SignIn, { tenantId, id: signIn.id }, { lastSeenAt: now });
      }
      return { signIn, actor };
    });
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
      manager.update(
        SignIn,
        { tenantId: context.tenant.id, learnerId: context.actor.learnerId, revokedAt: IsNull() },
        { revokedAt: this.clock.now() },
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
      const actor = await this.actorOf(manager, signIn);
      if (actor?.kind !== 'staff') throw new DomainError('sign_in.required');
      return { csrfToken: signIn.csrfToken, expiresAt: signIn.expiresAt.toString(), role: actor.role };
    });
  }

  private isInForce({ expiresAt, lastSeenAt }: SignIn, now: Temporal.Instant): boolean {
    // `lastSeenAt` may be old by SEEN_EVERY although the browser was just here; nobody is signed out early.
    const idleUntil = lastSeenAt.add(this.environment.sessionIdle).add(SEEN_EVERY);
    return isBefore(now, expiresAt) && isBefore(now, idleUntil);
  }

  private async actorOf(manager: EntityManager, signIn: SignIn): Promise<LiveSignIn['actor'] | null> {
    const { learnerId, registrationId, activityId, staffMemberId } = signIn;
    if (learnerId !== null && registrationId !== null && activityId !== null) {
      return Object.freeze({ kind: 'learner', learnerId, registrationId, activityId, signInId: signIn.id });
    }
    if (staffMemberId === null) return null;
    // Read with every request, so that a role taken away is gone at once.
    const member = await manager.findOneBy(StaffMember, { tenantId: signIn.tenantId, id: staffMemberId });
    if (member === null) return null;
    const role: StaffRole = member.role;
    return Object.freeze({
      kind: 'staff',
      staffMemberId,
      accountId: member.accountId,
      role,
      signInId: signIn.id,
    });
  }
}

const isBefore = (left: Temporal.Instant, right: Temporal.Instant) =>
  Temporal.Instant.compare(left, right) < 0;
