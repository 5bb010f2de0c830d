import type { RouteHandler } from 'fastify';
import type pg from 'pg';
import { inSession } from './bare-transaction.js';

const LEARNER = `
select l.id, l.display_name, l.profession, r.badge, r.tier from learners l
join registrations r on r.tenant_id = l.tenant_id and r.learner_id = l.id
where l.tenant_id = $1 and l.id = $2 and r.id = $3`;

const OFFERINGS = `
select id, code, title, day, starts_at, ends_at, room, track, category, type, is_highlight, tier, speakers,
  withdrawn_notice, credits
from offerings where tenant_id = $1 and activity_id = $2
order by starts_at, room, code`;

/** The same rows as JSON, with no decision about any of them. */
export const readCatalogue =
  (pool: pg.Pool, tenantId: string): RouteHandler =>
  (request) =>
    inSession(pool, tenantId, request, async (client, session) => {
      const learners = await client.query<object>(LEARNER, [
        tenantId,
        session.learner_id,
        session.registration_id,
      ]);
      const offerings = await client.query<object>(OFFERINGS, [tenantId, session.activity_id]);
      return { learner: learners.rows[0], offerings: offerings.rows };
    });
