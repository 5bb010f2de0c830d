import type { EntityManager } from 'typeorm';
import { IN_FORCE } from '../claim-standing/claim-states.js';
import type { ClaimantContext, TenantContext } from '../tenancy/tenant-context.js';

type Tenant = Pick<TenantContext, 'tenant'>;

/** A claim or a learner's cart to look at. */
export interface Subject {
  readonly claimId: string | null;
  readonly claimant: ClaimantContext;
  /** When the claim was submitted; `null` for a cart. */
  readonly submittedAt: Temporal.Instant | null;
}

interface Row {
  readonly claimId: string | null;
  readonly learnerId: string;
  readonly registrationId: string | null;
  readonly submittedAt: Date | null;
}

const REGISTRATION = `(select r.id from registrations r
  where r.tenant_id = $1 and r.activity_id = $2 and r.learner_id = s.learner_id order by r.id limit 1)`;

/** Claims in force of one activity: these, or the newest. Others are not among them. */
export const findClaims = async (
  manager: EntityManager,
  context: Tenant,
  activityId: string,
  ids: readonly string[] | null,
  most: number,
): Promise<Subject[]> => {
  const rows: Row[] = await manager.query(
    `select s.id as "claimId", s.learner_id as "learnerId", s.submitted_at as "submittedAt",
       ${REGISTRATION} as "registrationId"
     from claims s
     where s.tenant_id = $1 and s.activity_id = $2 and s.${IN_FORCE}
       and ($3::uuid[] is null or s.id = any($3))
     order by s.id desc limit $4`,
    [context.tenant.id, activityId, ids, most],
  );
  return rows.map((row) => subjectOf(context, activityId, row));
};

/** A learner who is registered at the activity, or has a claim there. */
export const findLearner = async (
  manager: EntityManager,
  context: Tenant,
  activityId: string,
  learnerId: string,
): Promise<Subject | null> => {
  const rows: Row[] = await manager.query(
    `select null as "claimId", s.learner_id as "learnerId", null as "submittedAt",
       ${REGISTRATION} as "registrationId"
     from (select id as learner_id from learners where tenant_id = $1 and id = $3) s
     where exists (select from registrations where tenant_id = $1 and activity_id = $2 and learner_id = $3)
       or exists (select from claims where tenant_id = $1 and activity_id = $2 and learner_id = $3)`,
    [context.tenant.id, activityId, learnerId],
  );
  const [row] = rows;
  return row === undefined ? null : subjectOf(context, activityId, row);
};

const subjectOf = (
  { tenant }: Tenant,
  activityId: string,
  { claimId, learnerId, registrationId, submittedAt }: Row,
): Subject => ({
  claimId,
  claimant: { tenant, actor: { learnerId, activityId, registrationId } },
  submittedAt: submittedAt === null ? null : Temporal.Instant.fromEpochMilliseconds(submittedAt.getTime()),
});
