import { Entity, ForeignKey } from 'typeorm';
import { InstantColumn, Key, TenantKey } from '../database/columns.js';
import { Learner } from '../learners/learner.entity.js';

/** A warning that earned credit expires soon, once it was written to the learner. */
@Entity('credit_warnings')
@ForeignKey(() => Learner, ['tenantId', 'learnerId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class CreditWarning {
  @TenantKey() tenantId: string;
  @Key() learnerId: string;
  @Key() offeringId: string;
  /** The moment that the rule named; a topic has several. */
  @InstantColumn({ primary: true }) warnAt: Temporal.Instant;
  @InstantColumn({ default: () => 'now()' }) warnedAt: Temporal.Instant;
}
