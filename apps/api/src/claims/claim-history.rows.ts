import type { EntityManager } from 'typeorm';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import type { ClaimedCredit } from '../workflow/inputs/claim-rows.js';
import type { ClaimOrder, HistoryState } from './dto/claim-history.dto.js';

/** A claim in the list of all that were submitted. */
export interface HistoryRow {
  readonly id: string;
  readonly state: HistoryState;
  readonly submittedAt: Date;
  readonly earnedYears: readonly number[];
  readonly credits: readonly ClaimedCredit[];
  /** Ids of the courses of its lines; none for topics without. */
  readonly courseIds: readonly string[] | null;
  /** What the list is ordered by, before the id. */
  readonly sortKey: string;
}

/** Where a page begins: after this row, in the order that the cursor is of. */
export interface HistoryCursor {
  readonly sortKey: string;
  readonly id: string;
}

/**
 * What a page is ordered by, as a number. Years that are alike are ordered by the moment of the claim: milliseconds
 * stay below 10^14, and the product exact.
 */
const SORT_KEYS: Readonly<Record<ClaimOrder, string>> = {
  claimedAt: `extract(epoch from submitted_at) * 1000`,
  yearEarned: `coalesce(earned_years[cardinality(earned_years)], 0) * 100000000000000::numeric
    + extract(epoch from submitted_at) * 1000`,
  credits: `coalesce((select sum((k->>'claimed')::integer) from jsonb_array_elements(credits) k), 0)
    * 100000000000000::numeric + extract(epoch from submitted_at) * 1000`,
};

/** One row more than `limit` when another page follows. Lines are only looked at for the rows of the page. */
export const readHistory = (
  manager: EntityManager,
  { tenant, actor }: LearnerContext,
  { sort, order }: { sort: ClaimOrder; order: 'asc' | 'desc' },
  cursor: HistoryCursor | null,
  limit: number,
): Promise<HistoryRow[]> => {
  const direction = order === 'asc' ? 'asc' : 'desc';
  const beyond = order === 'asc' ? '>' : '<';
  return manager.query<HistoryRow[]>(
    `with ordered as (
       select id, state, submitted_at, earned_years, credits, (${SORT_KEYS[sort]})::numeric as sort_key
       from claims
       where tenant_id = $1 and learner_id = $2 and activity_id = $3 and state <> 'draft'
     ), page as (
       select * from ordered
       where $4::numeric is null or (sort_key, id) ${beyond} ($4::numeric, $5::uuid)
       order by sort_key ${direction}, id ${direction} limit $6
     )
     select id, state, submitted_at as "submittedAt", earned_years as "earnedYears", credits,
       sort_key::text as "sortKey",
       (select array_agg(distinct o.course_id) filter (where o.course_id is not null)
         from claim_lines l join offerings o on o.tenant_id = $1 and o.id = l.offering_id
         where l.tenant_id = $1 and l.claim_id = page.id) as "courseIds"
     from page order by sort_key ${direction}, id ${direction}`,
    [tenant.id, actor.learnerId, actor.activityId, cursor?.sortKey ?? null, cursor?.id ?? null, limit + 1],
  );
};
