import type { EntityManager } from 'typeorm';
import type { MergeTarget } from './programme-merge.js';

/**
 * Finds out who each staged registrant is, in a few statements over all rows:
 *
 * 1. whoever has the badge at this activity already, unless the member number says it is somebody else, or another
 *    last name does and neither the e-mail address nor the member number says that it is the same person: rows that
 *    have slipped must not give one person's claim to another;
 * 2. the learner with the member number;
 * 3. the learner with the e-mail address and the same name. An office shares an address, a couple even a last
 *    name: an address alone would show one person another's claims;
 * 4. somebody new. Rows of the file that are the same person by the same rules become one learner.
 */
export async function matchRegistrants(
  manager: EntityManager,
  { tenantId, activityId }: MergeTarget,
): Promise<void> {
  await manager.query(
    `
    update staged_registrants s set
      registration_id = r.id,
      is_changed = r.content_hash <> s.content_hash,
      is_other_person = ${IS_OTHER},
      learner_id = case when l.member_number <> s.member_number or ${IS_OTHER} then null else l.id end
    from registrations r
    join learners l on l.tenant_id = $1 and l.id = r.learner_id
    where r.tenant_id = $1 and r.activity_id = $2 and r.badge = s.badge
    `,
    [tenantId, activityId],
  );
  await manager.query(
    `
    update staged_registrants s set learner_id = known.id
    from (
      select distinct on (l.member_number) l.member_number, l.id
      from learners l
      where l.tenant_id = $1 and l.member_number in (select member_number from staged_registrants)
      order by l.member_number, l.created_at, l.id
    ) known
    where s.learner_id is null and known.member_number = s.member_number
    `,
    [tenantId],
  );
  await manager.query(
    `
    update staged_registrants s set learner_id = known.id
    from (
      select distinct on (s.row_number) s.row_number, l.id
      from staged_registrants s
      join learners l on l.tenant_id = $1 and l.email = s.email
      where s.learner_id is null
        and (l.member_number is null or s.member_number is null)
        and ${comparable('l.last_name')} = ${comparable('s.last_name')}
        and ${comparable('l.first_name')} = ${comparable('s.first_name')}
      order by s.row_number, l.created_at, l.id
    ) known
    where s.row_number = known.row_number
    `,
    [tenantId],
  );
  await manager.query(
    `
    update staged_registrants s set learner_id = person.id, is_new_learner = true
    from (
      select row_number, first_value(new_id) over (
        partition by coalesce(
          'member ' || member_number,
          'email ' || email || ' ' || ${comparable('last_name')} || ' ' || ${comparable('first_name')},
          'row ' || row_number
        )
        order by row_number
      ) as id
      from staged_registrants
      where learner_id is null
    ) person
    where s.row_number = person.row_number
    `,
  );
  // A badge that was given to somebody else is a change even when nothing else is.
  await manager.query(
    `
    update staged_registrants s set is_changed = true
    from registrations r
    where r.tenant_id = $1 and r.id = s.registration_id and r.learner_id <> s.learner_id
    `,
    [tenantId],
  );
  await manager.query('analyze staged_registrants');
}

/** The last name is another, and nothing says that it is the person who has the badge. */
const IS_OTHER = `(
  r.last_name_key <> s.last_name_key
  and coalesce(lower(l.email) <> s.email, true)
  and coalesce(l.member_number <> s.member_number, true)
)`;

/** A name without case, accents, spaces and the marks that people leave out, in SQL. */
const comparable = (column: string): string =>
  `lower(regexp_replace(normalize(${column}, NFKD), '[\\u0300-\\u036f\\s.''’-]+', '', 'g'))`;
