import type { RouteHandler } from 'fastify';
import type pg from 'pg';
import { inSession } from './bare-transaction.js';

const UNCLAIMED = `
select e.offering_id, e.occurred_at, o.code, o.title, o.course_id, (k->>'amount')::integer as amount
from evidence e
join offerings o on o.tenant_id = e.tenant_id and o.id = e.offering_id
cross join lateral jsonb_array_elements(o.credits) k
where e.tenant_id = $1 and e.learner_id = $2 and e.activity_id = $3 and k->>'creditType' = 'ama-pra-1'
  and not exists (
    select from claimed_credits c
    where c.tenant_id = e.tenant_id and c.learner_id = e.learner_id and c.offering_id = e.offering_id
      and c.credit_type = 'ama-pra-1')
order by e.occurred_at`;

const CLAIMS = `
select id, state, submitted_at, earned_years, credits from claims
where tenant_id = $1 and learner_id = $2 and activity_id = $3 and state <> 'draft'
order by (credits->0->>'claimed')::integer desc, id desc limit 25`;

/** What was earned and not claimed, as the tables have it, with no decision about any of it. */
export const readEarnings = (pool: pg.Pool, tenantId: string): RouteHandler =>
  answering(pool, tenantId, UNCLAIMED);

/** The first claims by their credit. */
export const readClaims = (pool: pg.Pool, tenantId: string): RouteHandler =>
  answering(pool, tenantId, CLAIMS);

const answering =
  (pool: pg.Pool, tenantId: string, text: string): RouteHandler =>
  (request) =>
    inSession(pool, tenantId, request, async (client, { learner_id, activity_id }) => {
      const { rows } = await client.query<object>(text, [tenantId, learner_id, activity_id]);
      return { items: rows };
    });
