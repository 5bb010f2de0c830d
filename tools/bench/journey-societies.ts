import type { TenantFile } from '../../apps/api/src/operator/tenant-file.js';
import { PLASTICS_SESSION_EVALUATION } from '../demo/plastics/evaluation-forms.js';
import { rhythm } from '../demo/tenants/rhythm.js';
import type { BenchDatabase } from './bench-database.js';
import { type BenchSociety, createBenchSociety } from './bench-society.js';

/** A society whose learners have been registered and nothing more. */
export interface JourneySociety extends BenchSociety {
  /** Sessions with credit that anybody may add, in the order of the meeting. */
  readonly offeringIds: readonly string[];
}

/** The key of the form about a session. */
export const SESSION_FORM = PLASTICS_SESSION_EVALUATION.key;

/** Learners are registered under the badges B1, B2, … and this last name. */
export const LAST_NAME = 'Okafor';

/**
 * Societies that differ in nothing but their name: the demo's meeting, and an evaluation of every session in the
 * cart that must be given before the claim can be submitted.
 */
export async function createJourneySocieties(
  database: BenchDatabase,
  slugs: readonly string[],
  learners: number,
): Promise<JourneySociety[]> {
  const societies: JourneySociety[] = [];
  for (const slug of slugs) {
    let offeringIds: string[] = [];
    const society = await createBenchSociety(
      database,
      async (tenants, context, { activityId }) => {
        offeringIds = await tenants.transaction(context, async (manager) => {
          await manager.query(INSERT_LEARNERS, [context.tenant.id, activityId, learners, LAST_NAME]);
          const rows = await manager.query<{ id: string }[]>(OFFERINGS, [context.tenant.id, activityId]);
          return rows.map(({ id }) => id);
        });
      },
      (firstDay) => withSessionEvaluations(slug, rhythm(firstDay)),
    );
    societies.push({ ...society, offeringIds });
  }
  return societies;
}

const withSessionEvaluations = (slug: string, file: TenantFile): TenantFile => ({
  ...file,
  slug,
  name: `Society ${slug}`,
  activities: file.activities.map((activity) => ({
    ...activity,
    forms: [...activity.forms, PLASTICS_SESSION_EVALUATION],
    workflow: activity.workflow.flatMap((step) =>
      step.plugin === 'overlap'
        ? [
            {
              plugin: 'session-evaluation',
              isEnabled: true,
              config: { forms: [{ formKey: SESSION_FORM, title: 'Session evaluations', mode: 'for-claim' }] },
            },
            step,
          ]
        : [step],
    ),
  })),
});

const OFFERINGS = `
select id from offerings
where tenant_id = $1 and activity_id = $2 and tier is null and withdrawn_at is null and credits <> '[]'
order by starts_at, code`;

const INSERT_LEARNERS = `
with people as materialized (
  select n, uuidv7() as learner_id from generate_series(1, $3::int) as n
), learner as (
  insert into learners (tenant_id, id, first_name, last_name, display_name, credentials, profession, email)
  select $1, learner_id, 'Chidi', $4, 'Chidi ' || $4, 'MD', 'physician', n || '@learners.example' from people
)
insert into registrations (tenant_id, id, activity_id, learner_id, badge, tier, last_name_key, content_hash)
select $1, uuidv7(), $2, learner_id, 'B' || n, 'Premier', lower($4), '' from people`;
