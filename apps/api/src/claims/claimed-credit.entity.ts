import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { InstantColumn, Key, TenantKey } from '../database/columns.js';
import { Claim } from './claim.entity.js';

/**
 * Earned credit that has been claimed: one row for each learner, offering and credit type, so that no two claims
 * can ever take the same. Written with the submission, taken away when the claim is revoked.
 */
@Entity('claimed_credits')
@Index(['tenantId', 'claimId'])
@ForeignKey(() => Claim, ['tenantId', 'claimId'], ['tenantId', 'id'])
export class ClaimedCreditRow {
  @TenantKey() tenantId: string;
  @Key() learnerId: string;
  @Key() offeringId: string;
  @Key('text') creditType: string;
  @Column('uuid') claimId: string;
  @Column('uuid') activityId: string;
  /** Hundredths. */
  @Column('integer') amount: number;
  /** When it was earned: the completion. */
  @InstantColumn() earnedAt: Temporal.Instant;
  @InstantColumn() claimedAt: Temporal.Instant;
}
