import type { ClaimState } from '@laurel/credit';
import type { EntityManager } from 'typeorm';
import { FOUND_LEARNERS } from '../learners/found-learners.js';
import { lockRegistrations } from './draft-rows.js';
import type { ClaimantContext, TenantContext } from '../tenancy/tenant-context.js';
import type { ClaimedCredit, StoredClaim } from '../workflow/inputs/claim-rows.js';
import type { TrailRecord } from '../workflow/workflow.types.js';
import type { HeldFault } from './claim.entity.js';
import { releaseClaimedCredits } from './claimed-credit-rows.js';
import type { TrailNames } from '../workflow/trail/why-entry.js';

type Tenant = Pick<TenantContext, 'tenant'>;

/** A submitted claim as staff see it, with whose it is. */
export interface StaffClaimRow {
  readonly id: string;
  readonly state: Exclude<ClaimState, 'draft'>;
  readonly learner: {
    readonly id: string;
    readonly name: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly badge: string | null;
  };
  readonly activity: { readonly id: string; readonly code: string; readonly title: string };
  readonly credits: readonly ClaimedCredit[];
  readonly submittedAt: string | null;
  readonly heldReason: string | null;
  readonly heldFaults: readonly HeldFault[];
  readonly reopenedAt: string | null;
  readonly revokedAt: string | null;
  readonly amendsClaimId: string | null;
}

export interface ClaimFilter {
  readonly id?: string;
  readonly state?: string;
  readonly activityId?: string;
  /** A badge, or a part of a name; case and accents do not count. */
  readonly search?: string;
  /** The last claim of the page before. */
  readonly cursor?: string;
}

/** Submitted claims, the newest first; version 7 identifiers rise with time, so the id is the cursor. */
export const findClaims = async (
  manager: EntityManager,
  context: Tenant,
  { id, state, activityId, search, cursor }: ClaimFilter,
  limit: number,
): Promise<StaffClaimRow[]> => {
  const rows: { claim: StaffClaimRow }[] = await manager.query(
    `select json_build_object(
       'id', c.id, 'state', c.state, 'credits', c.credits, 'submittedAt', c.submitted_at,
       'heldReason', c.held_reason, 'heldFaults', c.held_faults, 'reopenedAt', c.reopened_at,
       'revokedAt', c.revoked_at, 'amendsClaimId', c.amends_claim_id,
       'learner', json_build_object('id', l.id, 'name', l.display_name, 'firstName', l.first_name,
         'lastName', l.last_name, 'badge', (
         select min(r.badge) from registrations r
         where r.tenant_id = $1 and r.activity_id = c.activity_id and r.learner_id = c.learner_id)),
       'activity', json_build_object('id', a.id, 'code', a.code, 'title', a.title)) as claim
     from claims c
     join learners l on l.tenant_id = $1 and l.id = c.learner_id
     join activities a on a.tenant_id = $1 and a.id = c.activity_id
     where c.tenant_id = $1 and c.state <> 'draft' and ($2::uuid is null or c.id = $2)
       and ($3::text is null or c.state = $3) and ($4::uuid is null or c.activity_id = $4)
       and ($5::uuid is null or c.id < $5)
       and ($7::text is null or c.learner_id in (${FOUND_LEARNERS('$7')}))
     order by c.id desc limit $6`,
    [
      context.tenant.id,
      id ?? null,
      state ?? null,
      activityId ?? null,
      cursor ?? null,
      limit,
      search?.trim() ?? null,
    ],
  );
  return rows.map(({ claim }) => claim);
};

/** What trails name of the society's by id or key, in words: sessions by code and title. */
export const findTrailNames = async (
  manager: EntityManager,
  { tenant }: Tenant,
  offeringIds: readonly string[],
): Promise<Pick<TrailNames, 'offering' | 'creditType'>> => {
  const rows = await manager.query<{ kind: 'offering' | 'type'; key: string; name: string }[]>(
    `select 'offering' as kind, id::text as key, case when code = '' then title else code || ' ' || title end as name
     from offerings where tenant_id = $1 and id = any($2::uuid[])
     union all
     select 'type', key, name from credit_types where tenant_id = $1`,
    [tenant.id, offeringIds],
  );
  const of = (wanted: string) => {
    const names = new Map(rows.filter(({ kind }) => kind === wanted).map(({ key, name }) => [key, name]));
    return (key: string) => names.get(key);
  };
  return { offering: of('offering'), creditType: of('type') };
};

/** Whose a submitted claim is; `null` for one that is not there, or still a draft. */
export const findClaimant = async (
  manager: EntityManager,
  { tenant }: Tenant,
  claimId: string,
): Promise<ClaimantContext | null> => {
  const rows: ClaimantContext['actor'][] = await manager.query(
    `select c.learner_id as "learnerId", c.activity_id as "activityId", (
       select r.id from registrations r
       where r.tenant_id = $1 and r.activity_id = c.activity_id and r.learner_id = c.learner_id
       order by r.id limit 1) as "registrationId"
     from claims c where c.tenant_id = $1 and c.id = $2 and c.state <> 'draft'`,
    [tenant.id, claimId],
  );
  const [actor] = rows;
  return actor === undefined ? null : { tenant, actor };
};

/** Holds off new drafts and submissions of the learner, in the order in which they lock. */
export const lockDrafts = async (manager: EntityManager, context: ClaimantContext): Promise<void> => {
  const { learnerId, activityId } = context.actor;
  await lockRegistrations(manager, context);
  await manager.query(
    `select id from claims where tenant_id = $1 and learner_id = $2 and activity_id = $3 and state = 'draft'
     for update`,
    [context.tenant.id, learnerId, activityId],
  );
};

/**
 * The claims that end with this one: itself where credit is earned, and claimed again and again; else all that the
 * learner has made at the activity, since a held amendment leaves the certificates of the one before it standing.
 */
export const findEndingWith = async (
  manager: EntityManager,
  context: Tenant,
  claimId: string,
): Promise<string[]> => {
  const rows: { id: string }[] = await manager.query(
    `select o.id from claims c
     join claims o on o.tenant_id = $1 and o.learner_id = c.learner_id and o.activity_id = c.activity_id
       and (o.id = c.id or (c.is_sole and o.is_sole and o.state <> 'draft'))
     where c.tenant_id = $1 and c.id = $2`,
    [context.tenant.id, claimId],
  );
  return rows.map(({ id }) => id);
};

/** Lets a held claim stand. It counts as decided by the revision it was released by. */
export const markReleased = async (
  manager: EntityManager,
  context: Tenant,
  { id, credits }: Pick<StoredClaim, 'id' | 'credits'>,
  state: ClaimState,
  workflowRevision: number,
): Promise<void> => {
  await manager.query(
    `update claims set state = $3, workflow_revision = $4, credits = $5, held_reason = null, held_faults = '[]'
     where tenant_id = $1 and id = $2`,
    [context.tenant.id, id, state, workflowRevision, JSON.stringify(credits)],
  );
};

/** What a claim is held for; nothing where it is not. */
export const findHeldFaults = async (
  manager: EntityManager,
  context: Tenant,
  claimId: string,
): Promise<readonly HeldFault[]> => {
  const rows: { faults: HeldFault[] }[] = await manager.query(
    `select held_faults as faults from claims where tenant_id = $1 and id = $2`,
    [context.tenant.id, claimId],
  );
  return rows[0]?.faults ?? [];
};

/** Keeps what stands against releasing a claim now. */
export const keepHeldFaults = async (
  manager: EntityManager,
  context: Tenant,
  claimId: string,
  faults: readonly HeldFault[],
): Promise<void> => {
  await manager.query(`update claims set held_faults = $3 where tenant_id = $1 and id = $2`, [
    context.tenant.id,
    claimId,
    JSON.stringify(faults),
  ]);
};

/**
 * Ends a claim; a draft that amends it goes on as a first one, and no device can submit it unseen. Earned credit can
 * be claimed again.
 */
export const markRevoked = async (
  manager: EntityManager,
  context: Tenant,
  claimId: string,
  state: ClaimState,
  now: Temporal.Instant,
): Promise<void> => {
  await manager.query(`update claims set state = $3, revoked_at = $4 where tenant_id = $1 and id = $2`, [
    context.tenant.id,
    claimId,
    state,
    now.toString(),
  ]);
  await manager.query(
    `update claims set amends_claim_id = null, revision = revision + 1
     where tenant_id = $1 and amends_claim_id = $2 and state = 'draft'`,
    [context.tenant.id, claimId],
  );
  await releaseClaimedCredits(manager, context, claimId);
};

/** Remembers by which revision of the workflow the claim's documents were decided after its submission. */
export const markDecidedAnew = async (
  manager: EntityManager,
  context: Tenant,
  claimId: string,
  workflowRevision: number,
): Promise<void> => {
  await manager.query(`update claims set documents_revision = $3 where tenant_id = $1 and id = $2`, [
    context.tenant.id,
    claimId,
    workflowRevision,
  ]);
};

export const markReopened = async (
  manager: EntityManager,
  context: Tenant,
  claimId: string,
  reason: string,
  now: Temporal.Instant,
): Promise<void> => {
  await manager.query(
    `update claims set reopened_at = $3, reopened_reason = $4 where tenant_id = $1 and id = $2`,
    [context.tenant.id, claimId, now.toString(), reason],
  );
};

/** Replaces a claim's decision trail, with what was decided after the submission. */
export const writeTrail = async (
  manager: EntityManager,
  context: Tenant,
  claimId: string,
  trail: readonly TrailRecord[],
): Promise<void> => {
  await manager.query(
    `insert into decision_trails (tenant_id, claim_id, entries) values ($1, $2, $3)
     on conflict (tenant_id, claim_id) do update set entries = excluded.entries`,
    [context.tenant.id, claimId, JSON.stringify(trail)],
  );
};
