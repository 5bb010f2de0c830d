import type { EntityManager } from 'typeorm';
import type { ImportCounts } from '../import-run.entity.js';
import type { MergeTarget } from './programme-merge.js';

/** What the matched registrants would change. A registrant who is gone from the file stays registered. */
export async function compareRegistrants(manager: EntityManager): Promise<ImportCounts> {
  const [counts] = await manager.query<ImportCounts[]>(`
    select
      count(*) filter (where registration_id is null)::int as new,
      count(*) filter (where registration_id is not null and is_changed)::int as changed,
      count(*) filter (where registration_id is not null and not is_changed)::int as unchanged,
      0 as withdrawn,
      0 as removed
    from staged_registrants
  `);
  if (counts === undefined) throw new Error('Comparing the registrants gave no counts');
  return counts;
}

/**
 * Writes learners and registrations as the matched rows say, in a few statements over all rows. A row that is
 * as it was the last time touches nothing, so what a learner or staff changed since stays.
 */
export async function mergeRegistrants(manager: EntityManager, target: MergeTarget): Promise<ImportCounts> {
  const counts = await compareRegistrants(manager);
  await insertLearners(manager, target);
  await updateLearners(manager, target);
  await writeRegistrations(manager, target);
  return counts;
}

/** Two badges of one new person are one learner, as the last of the rows describes them. */
const insertLearners = (manager: EntityManager, { tenantId }: MergeTarget): Promise<unknown> =>
  manager.query(
    `
    insert into learners (
      tenant_id, id, first_name, last_name, display_name, credentials, profession, email, member_number, identifiers
    )
    select distinct on (learner_id)
      $1, learner_id, first_name, last_name, display_name, credentials, profession, email, member_number, identifiers
    from staged_registrants
    where is_new_learner
    order by learner_id, row_number desc
    `,
    [tenantId],
  );

/**
 * What the file leaves empty it does not delete, and a name that the learner chose for certificates is theirs.
 */
const updateLearners = (manager: EntityManager, { tenantId }: MergeTarget): Promise<unknown> =>
  manager.query(
    `
    update learners l set
      first_name = s.first_name,
      last_name = s.last_name,
      display_name = case
        when l.display_name in (
          trim(l.first_name || ' ' || l.last_name), trim(l.last_name || ' ' || l.first_name)
        ) then s.display_name
        else l.display_name
      end,
      credentials = coalesce(nullif(s.credentials, ''), l.credentials),
      profession = case when s.profession = 'other' then l.profession else s.profession end,
      email = coalesce(s.email, l.email),
      member_number = coalesce(s.member_number, l.member_number),
      identifiers = l.identifiers || s.identifiers
    from (
      select distinct on (learner_id) *
      from staged_registrants
      where not is_new_learner and (registration_id is null or is_changed)
      order by learner_id, row_number desc
    ) s
    where l.tenant_id = $1 and l.id = s.learner_id
    `,
    [tenantId],
  );

async function writeRegistrations(
  manager: EntityManager,
  { tenantId, activityId }: MergeTarget,
): Promise<void> {
  await manager.query(
    `
    update registrations r set
      learner_id = s.learner_id, tier = s.tier, last_name_key = s.last_name_key, content_hash = s.content_hash
    from staged_registrants s
    where r.tenant_id = $1 and r.id = s.registration_id and s.is_changed
    `,
    [tenantId],
  );
  await manager.query(
    `
    insert into registrations (tenant_id, id, activity_id, learner_id, badge, tier, last_name_key, content_hash)
    select $1, new_id, $2, learner_id, badge, tier, last_name_key, content_hash
    from staged_registrants
    where registration_id is null
    order by row_number
    `,
    [tenantId, activityId],
  );
}
