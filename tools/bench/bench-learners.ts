import type { TenantDatabase } from '../../apps/api/src/database/tenant-database.js';
import type { TenantContext } from '../../apps/api/src/tenancy/tenant-context.js';
import type { BenchSociety } from './bench-society.js';

/** Each learner's draft has this many lines. */
export const DRAFT_LINES = 10;

/**
 * Registers signed-in physicians who have evaluated the meeting and hold a draft that only waits to be submitted.
 * In one statement, since thousands are needed: a claim can be submitted but once.
 */
export async function addLearnersWithDrafts(
  database: TenantDatabase,
  context: TenantContext,
  { activityId }: BenchSociety,
  count: number,
): Promise<void> {
  await database.transaction(context, async (manager) => {
    await manager.query(INSERT_LEARNERS, [context.tenant.id, activityId, count, DRAFT_LINES]);
  });
}

/** What the browser of a learner sends with a request, counted from 1. */
export const sessionOf = (learner: number): { cookie: string; 'x-csrf-token': string } => ({
  cookie: `laurel_session=token-${learner}`,
  'x-csrf-token': `csrf-${learner}`,
});

const INSERT_LEARNERS = `
with people as materialized (
  select n, uuidv7() as learner_id, uuidv7() as registration_id, uuidv7() as claim_id
  from generate_series(1, $3::int) as n
), learner as (
  insert into learners (tenant_id, id, first_name, last_name, display_name, credentials, profession, email)
  select $1, learner_id, 'Chidi', 'Okafor', 'Chidi Okafor ' || n, 'MD', 'physician', n || '@learners.example'
  from people
), registration as (
  insert into registrations (tenant_id, id, activity_id, learner_id, badge, tier, last_name_key, content_hash)
  select $1, registration_id, $2, learner_id, 'B' || n, 'Premier', 'okafor', '' from people
), sign_in as (
  insert into sign_ins (tenant_id, id, token_hash, csrf_token, learner_id, registration_id, activity_id, expires_at)
  select $1, uuidv7(), encode(sha256(convert_to('token-' || n, 'UTF8')), 'hex'), 'csrf-' || n, learner_id,
    registration_id, $2, now() + interval '1 day'
  from people
), response as (
  insert into evaluation_responses (tenant_id, id, form_id, activity_id, learner_id, subject_id, answers,
    is_complete, required_count, answered_count)
  select $1, uuidv7(), f.id, $2, learner_id, $2, '{}', true, 6, 6
  from people, evaluation_forms f where f.tenant_id = $1 and f.activity_id = $2
), draft as (
  insert into claims (tenant_id, id, activity_id, learner_id, revision)
  select $1, claim_id, $2, learner_id, $4 from people
), chosen as materialized (
  select o.id, credit->>'creditType' as credit_type, (credit->>'amount')::int as amount
  from offerings o, jsonb_array_elements(o.credits) as credit
  where o.tenant_id = $1 and o.activity_id = $2 and credit->>'creditType' = 'ama-pra-1'
  order by o.starts_at, o.code limit $4
)
insert into claim_lines (tenant_id, claim_id, offering_id, credit_type, amount)
select $1, people.claim_id, chosen.id, chosen.credit_type, chosen.amount from people, chosen`;
