import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { CreatedAt, InstantColumn, Key, TenantKey } from '../database/columns.js';
import type { SignInWayKind } from '../tenancy/sign-in-ways.js';
import { Tenant } from '../tenancy/tenant.entity.js';

/** One signed-in browser. The token itself is only in the browser's cookie; here is its SHA-256. */
@Entity('sign_ins')
@Unique(['tenantId', 'tokenHash'])
@Index(['tenantId', 'learnerId'])
@ForeignKey(() => Tenant, ['tenantId'], ['id'], { onDelete: 'CASCADE' })
export class SignIn {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('text') tokenHash: string;
  /** Sent back by the portal in `X-CSRF-Token` with every request that changes something. */
  @Column('text') csrfToken: string;
  @Column('uuid', { nullable: true }) learnerId: string | null;
  @Column('uuid', { nullable: true }) registrationId: string | null;
  @Column('uuid', { nullable: true }) activityId: string | null;
  /** How the learner signed in, so that the same way is offered again. */
  @Column('text', { nullable: true }) way: SignInWayKind | null;
  @Column('uuid', { nullable: true }) staffMemberId: string | null;
  @CreatedAt() createdAt: Temporal.Instant;
  @InstantColumn({ default: () => 'now()' }) lastSeenAt: Temporal.Instant;
  @InstantColumn() expiresAt: Temporal.Instant;
  @InstantColumn({ nullable: true }) revokedAt: Temporal.Instant | null;
}
