import type { EntityManager } from 'typeorm';
import { queryPrepared, type PreparedStatement } from '../database/prepared-statement.js';
import type { ClaimantContext } from '../tenancy/tenant-context.js';

/** One piece of evidence of a completed offering, with what was claimed of that offering. */
export interface CompletionRow {
  readonly offeringId: string;
  readonly kind: string;
  readonly source: string;
  readonly occurredAt: Date;
  readonly claimed:
    readonly { readonly creditType: string; readonly amount: number; readonly claimedAt: string }[] | null;
}

/**
 * The learner's completions that still have credit to claim, of these credit types. What was claimed entirely stays
 * in the database: an account may hold tens of thousands.
 */
export const readCompletions = (
  manager: EntityManager,
  { tenant, actor }: ClaimantContext,
  creditTypes: readonly string[],
): Promise<CompletionRow[]> =>
  queryPrepared<CompletionRow>(manager, COMPLETIONS, [
    tenant.id,
    actor.learnerId,
    actor.activityId,
    creditTypes,
  ]);

/** Parameters: tenant, learner, activity, keys of credit types. What comes from the portal is no completion. */
export const COMPLETIONS: PreparedStatement = {
  name: 'read-completions',
  text: `
with claimed as materialized (
  select offering_id, array_agg(credit_type) as types
  from claimed_credits where tenant_id = $1 and learner_id = $2 and activity_id = $3
  group by offering_id
)
select e.offering_id as "offeringId", e.kind, e.source, e.occurred_at as "occurredAt",
  case when c.types is not null then (
    select json_agg(json_build_object('creditType', b.credit_type, 'amount', b.amount, 'claimedAt', b.claimed_at))
    from claimed_credits b
    where b.tenant_id = $1 and b.learner_id = $2 and b.offering_id = e.offering_id) end as claimed
from evidence e
left join claimed c on c.offering_id = e.offering_id
where e.tenant_id = $1 and e.learner_id = $2 and e.activity_id = $3 and e.source <> 'portal'
  and (c.types is null or (not $4::text[] <@ c.types and exists (
    select from offerings o, jsonb_array_elements(o.credits) as k
    where o.tenant_id = $1 and o.id = e.offering_id
      and k->>'creditType' = any($4) and k->>'creditType' <> all(c.types))))
order by e.occurred_at, e.offering_id`,
};
