import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { InstantColumn, Key, TenantKey } from '../../database/columns.js';
import { Learner } from '../../learners/learner.entity.js';

/** A learner's username and password, where the society lets Laurel keep them. */
@Entity('learner_passwords')
@Unique(['tenantId', 'usernameKey'])
@ForeignKey(() => Learner, ['tenantId', 'learnerId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class LearnerPassword {
  @TenantKey() tenantId: string;
  @Key() learnerId: string;
  /** As the society writes it. */
  @Column('text') username: string;
  /** As it is compared: without case and in ordinary characters. */
  @Column('text') usernameKey: string;
  /** Argon2id; null until the learner has chosen one by the link in a mail. */
  @Column('text', { nullable: true }) passwordHash: string | null;
  @InstantColumn() changedAt: Temporal.Instant;
}
