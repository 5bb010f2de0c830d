import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { InstantColumn, Key, TenantKey } from '../../database/columns.js';
import { Learner } from '../../learners/learner.entity.js';

/** A link that was mailed to choose a new password, good for one use within the hour. */
@Entity('password_resets')
@Unique(['tenantId', 'tokenHash'])
@Index(['tenantId', 'learnerId'])
@ForeignKey(() => Learner, ['tenantId', 'learnerId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class PasswordReset {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('uuid') learnerId: string;
  /** SHA-256 of the token; the token itself is only in the mail. */
  @Column('text') tokenHash: string;
  @InstantColumn() requestedAt: Temporal.Instant;
  @InstantColumn() expiresAt: Temporal.Instant;
  @InstantColumn({ nullable: true }) usedAt: Temporal.Instant | null;
}
