import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { CreatedAt, Key, TenantKey } from '../database/columns.js';
import { Offering } from '../catalogue/offering.entity.js';
import { Claim } from './claim.entity.js';

/** One offering's credit of one type in a claim. */
@Entity('claim_lines')
@Index(['tenantId', 'offeringId'])
@ForeignKey(() => Claim, ['tenantId', 'claimId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Offering, ['tenantId', 'offeringId'], ['tenantId', 'id'])
export class ClaimLine {
  @TenantKey() tenantId: string;
  @Key() claimId: string;
  @Key() offeringId: string;
  @Key('text') creditType: string;
  /** Hundredths. */
  @Column('integer') amount: number;
  /** How it came in: `learner`, or the kind of evidence it was imported from. */
  @Column('text', { default: 'learner' }) addedFrom: string;
  @CreatedAt() addedAt: Temporal.Instant;
}
