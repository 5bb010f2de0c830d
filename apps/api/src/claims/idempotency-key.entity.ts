import { Column, Entity, ForeignKey } from 'typeorm';
import { CreatedAt, Key, TenantKey } from '../database/columns.js';
import { Learner } from '../learners/learner.entity.js';

/** The answer to a request that must not happen twice, kept under the key the client chose. */
@Entity('idempotency_keys')
@ForeignKey(() => Learner, ['tenantId', 'learnerId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class IdempotencyKey {
  @TenantKey() tenantId: string;
  @Key() learnerId: string;
  @Key('text') key: string;
  /** SHA-256 of the request; the same key with another request is refused. */
  @Column('text') requestHash: string;
  @Column('jsonb') response: Record<string, unknown>;
  @CreatedAt() createdAt: Temporal.Instant;
}
