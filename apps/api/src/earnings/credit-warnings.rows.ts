import type { EntityManager } from 'typeorm';
import type { ClaimantContext, TenantContext } from '../tenancy/tenant-context.js';

type Tenant = Pick<TenantContext, 'tenant'>;

/** Activities where credit is earned by completions, and claims are taken. */
export const earningActivities = async (manager: EntityManager, { tenant }: Tenant): Promise<string[]> => {
  const rows: { id: string }[] = await manager.query(
    `select id from activities where tenant_id = $1 and basis = 'earned' and is_open and retired_at is null order by id`,
    [tenant.id],
  );
  return rows.map(({ id }) => id);
};

/** Learners with an address who completed something at the activity, by id; `after` is the last of those before. */
export const learnersWithCompletions = (
  manager: EntityManager,
  { tenant }: Tenant,
  activityId: string,
  after: string | null,
  limit: number,
): Promise<{ learnerId: string; registrationId: string | null }[]> =>
  manager.query<{ learnerId: string; registrationId: string | null }[]>(
    `select l.id as "learnerId", (
       select r.id from registrations r
       where r.tenant_id = $1 and r.activity_id = $2 and r.learner_id = l.id order by r.id limit 1)
       as "registrationId"
     from learners l
     where l.tenant_id = $1 and l.email is not null and ($3::uuid is null or l.id > $3) and exists (
       select from evidence e
       where e.tenant_id = $1 and e.learner_id = l.id and e.activity_id = $2 and e.source <> 'portal')
     order by l.id limit $4`,
    [tenant.id, activityId, after, limit],
  );

/** A topic and the moment at which its learner is to be warned. */
export interface DueWarning {
  readonly offeringId: string;
  readonly warnAt: Temporal.Instant;
}

/** Notes these warnings, and answers the offerings of those that were not noted before. */
export const noteWarnings = async (
  manager: EntityManager,
  { tenant, actor }: ClaimantContext,
  due: readonly DueWarning[],
  now: Temporal.Instant,
): Promise<ReadonlySet<string>> => {
  const rows: { offeringId: string }[] = await manager.query(
    `insert into credit_warnings (tenant_id, learner_id, offering_id, warn_at, warned_at)
     select $1, $2, d.offering_id, d.warn_at, $5
     from unnest($3::uuid[], $4::timestamptz[]) as d (offering_id, warn_at)
     on conflict do nothing returning offering_id as "offeringId"`,
    [
      tenant.id,
      actor.learnerId,
      due.map(({ offeringId }) => offeringId),
      due.map(({ warnAt }) => warnAt.toString()),
      now.toString(),
    ],
  );
  return new Set(rows.map(({ offeringId }) => offeringId));
};
