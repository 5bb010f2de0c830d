import type { TenantDatabase } from '../../apps/api/src/database/tenant-database.js';
import type { TenantFile } from '../../apps/api/src/operator/tenant-file.js';
import type { TenantContext } from '../../apps/api/src/tenancy/tenant-context.js';
import { rhythm } from '../demo/tenants/rhythm.js';
import type { BenchSociety } from './bench-society.js';

export const COMPLETIONS = 20_000;
export const CLAIMS = 5_000;
/** Topics that were claimed, spread over the claims; the others wait. */
export const CLAIMED = 18_000;

/** The demo's society, with credit that is earned by completions instead of sessions that are picked. */
export const earningSociety = (firstDay: Temporal.PlainDate): TenantFile => {
  const file = rhythm(firstDay);
  return {
    ...file,
    activities: file.activities.map((activity) => ({
      ...activity,
      kind: 'course',
      basis: 'earned',
      maxima: {},
      forms: [],
      workflow: [
        { plugin: 'course-completions', isEnabled: true, config: {} },
        { plugin: 'credit-expiry', isEnabled: true, config: {} },
        { plugin: 'attestation', isEnabled: true, config: {} },
      ],
    })),
  };
};

/** One learner who has completed twenty thousand topics over two years, and claimed most of them in many claims. */
export const addAccount = (database: TenantDatabase, context: TenantContext, { activityId }: BenchSociety) =>
  database.transaction(context, async (manager) => {
    const parameters = [context.tenant.id, activityId];
    await manager.query(TOPICS, [...parameters, COMPLETIONS]);
    await manager.query(
      `update activities set programme_revision = programme_revision + 1 where tenant_id = $1 and id = $2`,
      parameters,
    );
    await manager.query(ACCOUNT, parameters);
    await manager.query(CLAIMS_OF_ACCOUNT, [...parameters, CLAIMS, CLAIMED]);
  });

const TOPICS = `
with course as (
  insert into courses (tenant_id, id, activity_id, code, title, learning_format)
  select $1, uuidv7(), $2, 'C' || n, 'Course ' || n, 'enduring material' from generate_series(1, 20) n
  returning id, code
)
insert into offerings (tenant_id, id, activity_id, source_key, code, title, course_id, credits, content_hash)
select $1, uuidv7(), $2, 'T' || n, 'T' || n, 'Topic ' || n, course.id,
  '[{"creditType":"ama-pra-1","amount":25},{"creditType":"participation","amount":25}]', ''
from generate_series(1, $3::int) n join course on course.code = 'C' || (n % 20 + 1)`;

const ACCOUNT = `
with person as (
  insert into learners (tenant_id, id, first_name, last_name, display_name, credentials, profession, email)
  values ($1, uuidv7(), 'Chidi', 'Okafor', 'Chidi Okafor', 'MD', 'physician', 'okafor@learners.example')
  returning id
), registration as (
  insert into registrations (tenant_id, id, activity_id, learner_id, badge, last_name_key, content_hash)
  select $1, uuidv7(), $2, id, 'B1', 'okafor', '' from person returning id, learner_id
), sign_in as (
  insert into sign_ins (tenant_id, id, token_hash, csrf_token, learner_id, registration_id, activity_id, expires_at)
  select $1, uuidv7(), encode(sha256(convert_to('token-1', 'UTF8')), 'hex'), 'csrf-1', learner_id, id, $2,
    now() + interval '1 day'
  from registration
)
insert into evidence (tenant_id, id, activity_id, learner_id, offering_id, kind, source, source_key, occurred_at)
select $1, uuidv7(), $2, person.id, o.id, 'completion', 'course-completions', o.source_key,
  date_trunc('second', now()) - row_number() over (order by o.source_key) * interval '50 minutes'
from person, offerings o
where o.tenant_id = $1 and o.activity_id = $2 and o.source_key like 'T%'`;

const CLAIMS_OF_ACCOUNT = `
with completed as materialized (
  select e.learner_id, e.offering_id, e.occurred_at, row_number() over (order by e.occurred_at) as n
  from evidence e where e.tenant_id = $1 and e.activity_id = $2
), claim as (
  insert into claims (tenant_id, id, activity_id, learner_id, state, is_sole, submitted_at, earned_years, credits)
  select $1, uuidv7(), $2, (select learner_id from completed limit 1), 'certified', false,
    date_trunc('second', now()) - n * interval '2 hours', array[2024 + n % 3],
    jsonb_build_array(jsonb_build_object('creditType', 'ama-pra-1', 'selected', 90, 'computed', 90, 'claimed', n % 40 * 25))
  from generate_series(1, $3::int) n
  returning id, submitted_at
), numbered as (
  select id, submitted_at, row_number() over (order by id) as n from claim
), lines as (
  insert into claim_lines (tenant_id, claim_id, offering_id, credit_type, amount)
  select $1, numbered.id, completed.offering_id, 'ama-pra-1', 25
  from completed join numbered on numbered.n = completed.n % $3::int + 1 where completed.n <= $4::int
)
insert into claimed_credits (tenant_id, learner_id, offering_id, credit_type, claim_id, activity_id, amount, earned_at,
  claimed_at)
select $1, completed.learner_id, completed.offering_id, 'ama-pra-1', numbered.id, $2, 25, completed.occurred_at,
  numbered.submitted_at
from completed join numbered on numbered.n = completed.n % $3::int + 1 where completed.n <= $4::int`;
