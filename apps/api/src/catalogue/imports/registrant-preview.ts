import type { EntityManager } from 'typeorm';
import { changedFields, type ComparedRow, MOST_CHANGES } from './changed-fields.js';
import type { ImportChange, LostColumn, OtherPersons } from './import-report.js';
import type { MergeTarget } from './programme-merge.js';

/**
 * What registrations have by now and no row of the matched list says. What a file leaves empty about the person stays
 * as it is, so that only the tier can be lost.
 */
export async function findLostColumns(
  manager: EntityManager,
  { tenantId }: MergeTarget,
): Promise<LostColumn[]> {
  return manager.query<LostColumn[]>(
    `select 'tier' as field, count(*)::int as rows
     from staged_registrants s join registrations r on r.tenant_id = $1 and r.id = s.registration_id
     where r.tier is not null and not exists (select from staged_registrants t where t.tier is not null)
     having count(*) > 0`,
    [tenantId],
  );
}

/** Badges that the matched list gives to other people; null where there are none. Nothing is written. */
export async function findOtherPersons(
  manager: EntityManager,
  { tenantId }: MergeTarget,
): Promise<OtherPersons | null> {
  const rows = await manager.query<(OtherPersons['first'][number] & { badges: number })[]>(
    `select s.badge, trim(l.first_name || ' ' || l.last_name) as before,
       trim(s.first_name || ' ' || s.last_name) as after, (count(*) over ())::int as badges
     from staged_registrants s
     join registrations r on r.tenant_id = $1 and r.id = s.registration_id
     join learners l on l.tenant_id = $1 and l.id = r.learner_id
     where s.is_other_person order by s.row_number limit $2`,
    [tenantId, MOST_CHANGES],
  );
  const [one] = rows;
  if (one === undefined) return null;
  return { badges: one.badges, first: rows.map(({ badge, before, after }) => ({ badge, before, after })) };
}

/** The first of what the matched list would change, by name. Nothing is written. */
export async function firstChanges(
  manager: EntityManager,
  { tenantId }: MergeTarget,
): Promise<ImportChange[]> {
  const rows = await manager.query<ComparedRow[]>(
    `
    (select 'changed' as kind, s.badge || ' ' || s.display_name as name,
       jsonb_build_object('firstName', l.first_name, 'lastName', l.last_name, 'credentials', l.credentials,
         'profession', l.profession, 'email', l.email, 'memberNumber', l.member_number, 'tier', r.tier) as before,
       jsonb_build_object('firstName', s.first_name, 'lastName', s.last_name,
         'credentials', coalesce(nullif(s.credentials, ''), l.credentials),
         'profession', case when s.profession = 'other' then l.profession else s.profession end,
         'email', coalesce(s.email, l.email), 'memberNumber', coalesce(s.member_number, l.member_number),
         'tier', s.tier) as after
     from staged_registrants s
     join registrations r on r.tenant_id = $1 and r.id = s.registration_id
     join learners l on l.tenant_id = $1 and l.id = r.learner_id
     where s.is_changed order by s.row_number limit $2)
    union all
    (select 'new', badge || ' ' || display_name, null, null from staged_registrants
     where registration_id is null order by row_number limit $2)
    `,
    [tenantId, MOST_CHANGES],
  );
  // A list of registrants has no times.
  return changedFields(rows, 'UTC');
}
