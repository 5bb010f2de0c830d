import type { ClaimState } from '@laurel/credit';
import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { CreatedAt, InstantColumn, Key, TenantKey } from '../database/columns.js';
import { IN_FORCE_INDEX } from '../claim-standing/claim-states.js';
import { Activity } from '../catalogue/activity.entity.js';
import { Learner } from '../learners/learner.entity.js';
import type { ClaimedCredit } from '../workflow/inputs/claim-rows.js';

/** Something a plugin did wrong that holds a claim; for staff. */
export interface HeldFault {
  plugin: string;
  stage: string;
  detail: string;
}

/** The learner's attestation. A submitted claim is never edited: an amendment is a new claim that replaces it. */
@Entity('claims')
@Index('uq_claims_draft', ['tenantId', 'activityId', 'learnerId'], { unique: true, where: `state = 'draft'` })
@Index('uq_claims_in_force', ['tenantId', 'activityId', 'learnerId'], {
  unique: true,
  where: `is_sole AND ${IN_FORCE_INDEX}`,
})
@Index('ix_claims_held', ['tenantId', 'id'], { where: `state = 'held'` })
@Index(['tenantId', 'activityId'])
@Index(['tenantId', 'learnerId'])
@ForeignKey(() => Activity, ['tenantId', 'activityId'], ['tenantId', 'id'])
@ForeignKey(() => Learner, ['tenantId', 'learnerId'], ['tenantId', 'id'])
export class Claim {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('uuid') activityId: string;
  @Column('uuid') learnerId: string;
  @Column('text', { default: 'draft' }) state: ClaimState;
  /** The claim in force that this one replaces when it is submitted. */
  @Column('uuid', { nullable: true }) amendsClaimId: string | null;
  /** Rises with every change of the draft. */
  @Column('integer', { default: 0 }) revision: number;
  /** The revision of the activity's workflow it was decided by. */
  @Column('integer', { nullable: true }) workflowRevision: number | null;
  /** The revision its documents were decided anew by, where staff had that done after its submission. */
  @Column('integer', { nullable: true }) documentsRevision: number | null;
  /** At most one such claim is in force; false where credit is earned, and claimed again and again. */
  @Column('boolean', { default: true }) isSole: boolean;
  /** Totals the learner chose while it is a draft, hundredths by credit type. */
  @Column('jsonb', { default: {} }) chosen: Record<string, number>;
  /** Years in which what it claims was earned, ascending; empty where credit is not earned by completions. */
  @Column('integer', { array: true, default: '{}' }) earnedYears: number[];
  @Column('jsonb', { default: [] }) credits: ClaimedCredit[];
  /** What the learner is told while the claim is held. */
  @Column('text', { nullable: true }) heldReason: string | null;
  /** What went wrong, while the claim is held. */
  @Column('jsonb', { default: [] }) heldFaults: HeldFault[];
  /** The statement the learner agreed to, word for word. */
  @Column('text', { nullable: true }) attestation: string | null;
  @CreatedAt() createdAt: Temporal.Instant;
  @InstantColumn({ nullable: true }) submittedAt: Temporal.Instant | null;
  /** When staff opened it again for the learner, and why; it stays in force. */
  @InstantColumn({ nullable: true }) reopenedAt: Temporal.Instant | null;
  @Column('text', { nullable: true }) reopenedReason: string | null;
  @InstantColumn({ nullable: true }) revokedAt: Temporal.Instant | null;
}
