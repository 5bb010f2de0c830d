import { Entity, ForeignKey, Index, Column } from 'typeorm';
import { CreatedAt, Key, TenantKey } from '../database/columns.js';
import { Learner } from './learner.entity.js';

/** That a learner is this person at an identity provider. Subjects are unique only within their issuer. */
@Entity('learner_identities')
@Index(['tenantId', 'learnerId'])
@ForeignKey(() => Learner, ['tenantId', 'learnerId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class LearnerIdentity {
  @TenantKey() tenantId: string;
  /** The provider's issuer identifier, an https address. */
  @Key('text') issuer: string;
  @Key('text') subject: string;
  @Column('uuid') learnerId: string;
  @CreatedAt() createdAt: Temporal.Instant;
}
