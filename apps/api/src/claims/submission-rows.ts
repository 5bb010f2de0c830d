import { claimStateAfter } from '@laurel/credit';
import type { EntityManager } from 'typeorm';
import { statesBefore } from '../claim-standing/claim-states.js';
import type { BoundStatement, PreparedStatement } from '../database/prepared-statement.js';
import type { LearnerContext, TenantContext } from '../tenancy/tenant-context.js';
import type { TrailRecord } from '../workflow/workflow.types.js';
import type { ClaimedCredit } from '../workflow/inputs/claim-rows.js';
import type { HeldFault } from './claim.entity.js';
import type { EarnedLines } from './claimed-credit-rows.js';
import { insertReports, type NewReport } from '../reporting/report-outbox.js';
import type { SubmissionDto } from './dto/submit-claim.dto.js';

/** A submission as it is written down. */
export interface SubmissionRow {
  readonly claimId: string;
  readonly state: 'submitted' | 'held';
  readonly workflowRevision: number;
  readonly credits: readonly ClaimedCredit[];
  readonly heldReason: string | null;
  readonly heldFaults: readonly HeldFault[];
  readonly attestation: string;
  readonly submittedAt: Temporal.Instant;
  /** Lines as they were decided, hundredths; they replace what the draft remembered of the programme. */
  readonly lines: readonly {
    readonly offeringId: string;
    readonly creditType: string;
    readonly amount: number;
  }[];
  /** What the claim takes of earned credit, so that no other can. */
  readonly earned: EarnedLines;
  readonly trail: readonly TrailRecord[];
  readonly reports: readonly NewReport[];
}

/** The answer that a client gets again when it repeats its request. */
export interface KeptAnswer {
  readonly key: string;
  readonly requestHash: string;
  readonly response: SubmissionDto;
}

/**
 * Writes a submission whole, in one statement: the claim's new state, its lines, its decision trail, reports for
 * the outbox, the earned credit it takes, and the answer under its idempotency key. A key that was used before
 * violates the primary key, and so does credit that another claim has taken. Gives the ids of the reports that are
 * to be delivered.
 */
export const submissionOf = (
  context: LearnerContext,
  row: SubmissionRow,
  answer: KeptAnswer,
): BoundStatement => ({
  ...WRITE_SUBMISSION,
  values: [
    context.tenant.id,
    row.claimId,
    row.state,
    row.workflowRevision,
    JSON.stringify(row.credits),
    row.heldReason,
    row.attestation,
    row.submittedAt.toString(),
    row.lines.map(({ offeringId }) => offeringId),
    row.lines.map(({ creditType }) => creditType),
    row.lines.map(({ amount }) => amount),
    JSON.stringify(row.trail),
    JSON.stringify(row.reports),
    context.actor.learnerId,
    answer.key,
    answer.requestHash,
    JSON.stringify(answer.response),
    JSON.stringify(row.heldFaults),
    row.earned.years,
    row.earned.earnedAt.map((at) => at.toString()),
  ],
});

/** The whole submission; parameters as `submissionOf` gives them. */
export const WRITE_SUBMISSION: PreparedStatement = {
  name: 'write-submission',
  text: `
with claim as (
  update claims set state = $3, revision = revision + 1, workflow_revision = $4, credits = $5, held_reason = $6,
    attestation = $7, submitted_at = $8, held_faults = $18, earned_years = $19
  where tenant_id = $1 and id = $2 and state = 'draft'
  returning id, activity_id
), lines as (
  update claim_lines l set amount = n.amount
  from unnest($9::uuid[], $10::text[], $11::int[]) as n (offering_id, credit_type, amount)
  where l.tenant_id = $1 and l.claim_id = $2 and l.offering_id = n.offering_id and l.credit_type = n.credit_type
    and l.amount <> n.amount
), earned as (
  insert into claimed_credits
    (tenant_id, learner_id, offering_id, credit_type, claim_id, activity_id, amount, earned_at, claimed_at)
  select $1, $14, n.offering_id, n.credit_type, claim.id, claim.activity_id, n.amount, n.earned_at, $8
  from claim, unnest($9::uuid[], $10::text[], $11::int[], $20::timestamptz[])
    as n (offering_id, credit_type, amount, earned_at)
  where n.earned_at is not null
), trail as (
  insert into decision_trails (tenant_id, claim_id, entries, decided_at) select $1, id, $12::jsonb, $8 from claim
), answer as (
  insert into idempotency_keys (tenant_id, learner_id, key, request_hash, response)
  values ($1, $14, $15, $16, $17)
), queued as (${insertReports('claim', '$13')}
)
select id from queued`,
};

/** Turns the claim in force into an amended one, so that its amendment can take its place. */
export const markAmended = async (
  manager: EntityManager,
  context: LearnerContext,
  claimId: string,
): Promise<void> => {
  await manager.query(
    `update claims set state = $3 where tenant_id = $1 and id = $2 and ${statesBefore('amend')}`,
    [context.tenant.id, claimId, claimStateAfter('amend')],
  );
};

/** The answer kept under a key, when there is one. */
export const findAnswer = async (
  manager: EntityManager,
  context: LearnerContext,
  key: string,
): Promise<{ requestHash: string; response: SubmissionDto } | null> => {
  const rows: { requestHash: string; response: SubmissionDto }[] = await manager.query(
    `select request_hash as "requestHash", response from idempotency_keys
     where tenant_id = $1 and learner_id = $2 and key = $3`,
    [context.tenant.id, context.actor.learnerId, key],
  );
  return rows[0] ?? null;
};

/** The trail as it was stored at submission; empty for a claim that has none. */
export const readTrail = async (
  manager: EntityManager,
  context: Pick<TenantContext, 'tenant'>,
  claimId: string,
): Promise<TrailRecord[]> => {
  const rows: { entries: TrailRecord[] }[] = await manager.query(
    `select entries from decision_trails where tenant_id = $1 and claim_id = $2`,
    [context.tenant.id, claimId],
  );
  return rows[0]?.entries ?? [];
};
