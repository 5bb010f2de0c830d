import type { EntityManager } from 'typeorm';
import type { ImportCounts } from '../import-run.entity.js';

/** Whose programme is merged. */
export interface MergeTarget {
  readonly tenantId: string;
  readonly activityId: string;
}

/** What the staged programme would change. Nothing is written. */
export async function compareProgramme(manager: EntityManager, target: MergeTarget): Promise<ImportCounts> {
  const [counts] = await manager.query<ImportCounts[]>(
    `
    with compared as (
      select o.id is null as is_new, o.content_hash is distinct from s.content_hash or o.withdrawn_at is not null as differs
      from staged_offerings s
      left join offerings o on o.tenant_id = $1 and o.activity_id = $2 and o.source_key = s.source_key
    ), absent as (
      select ${IS_USED} as is_used from offerings o where ${IS_ABSENT}
    )
    select
      (select count(*)::int from compared where is_new) as new,
      (select count(*)::int from compared where not is_new and differs) as changed,
      (select count(*)::int from compared where not is_new and not differs) as unchanged,
      (select count(*)::int from absent where is_used) as withdrawn,
      (select count(*)::int from absent where not is_used) as removed
    `,
    [target.tenantId, target.activityId],
  );
  if (counts === undefined) throw new Error('Comparing the programme gave no counts');
  return counts;
}

/**
 * Makes the activity's offerings what the staged programme says, in a few statements over all rows. An offering
 * that is gone from the programme is deleted when nobody has used it, and else withdrawn with a notice.
 */
export async function mergeProgramme(
  manager: EntityManager,
  target: MergeTarget,
  withdrawal: { readonly at: Temporal.Instant; readonly notice: string },
): Promise<ImportCounts> {
  const parameters = [target.tenantId, target.activityId];
  // Adding a claim line locks its offering's row too: after this, nobody starts using one that is about to go.
  await manager.query(`select o.id from offerings o where ${IS_ABSENT} order by o.id for update`, parameters);
  const counts = await compareProgramme(manager, target);
  await manager.query(`delete from offerings o where ${IS_ABSENT} and not ${IS_USED}`, parameters);
  await manager.query(`update offerings o set withdrawn_at = $3, withdrawn_notice = $4 where ${IS_ABSENT}`, [
    ...parameters,
    withdrawal.at.toString(),
    withdrawal.notice,
  ]);
  await manager.query(
    `
    update offerings o set
      code = s.code, title = s.title, description = s.description, starts_at = s.starts_at, ends_at = s.ends_at,
      day = s.day, room = s.room, track = s.track, category = s.category, type = s.type, course_id = s.course_id, tier = s.tier,
      is_highlight = s.is_highlight, speakers = s.speakers, credits = s.credits, content_hash = s.content_hash,
      withdrawn_at = null, withdrawn_notice = null
    from staged_offerings s
    where o.tenant_id = $1 and o.activity_id = $2 and o.source_key = s.source_key
      and (o.content_hash <> s.content_hash or o.withdrawn_at is not null)
    `,
    parameters,
  );
  await manager.query(
    `
    insert into offerings (
      tenant_id, id, activity_id, source_key, code, title, description, starts_at, ends_at, day, room, track,
      category, type, course_id, tier, is_highlight, speakers, credits, content_hash
    )
    select $1, s.id, $2, s.source_key, s.code, s.title, s.description, s.starts_at, s.ends_at, s.day, s.room, s.track,
      s.category, s.type, s.course_id, s.tier, s.is_highlight, s.speakers, s.credits, s.content_hash
    from staged_offerings s
    where not exists (
      select from offerings o where o.tenant_id = $1 and o.activity_id = $2 and o.source_key = s.source_key
    )
    order by s.row_number
    `,
    parameters,
  );
  if (counts.new + counts.changed + counts.withdrawn + counts.removed > 0) {
    await manager.query(
      `update activities set programme_revision = programme_revision + 1 where tenant_id = $1 and id = $2`,
      parameters,
    );
  }
  return counts;
}

/** In the programme until now, and not in the staged one. */
export const IS_ABSENT = `
  o.tenant_id = $1 and o.activity_id = $2 and o.withdrawn_at is null
  and not exists (select from staged_offerings s where s.source_key = o.source_key)
`;

/** Someone has it in a claim, even a draft, or starred or attended it, or wrote about it. */
export const IS_USED = `(
  exists (select from claim_lines l where l.tenant_id = $1 and l.offering_id = o.id)
  or exists (select from evidence e where e.tenant_id = $1 and e.offering_id = o.id)
  or exists (select from evaluation_responses r where r.tenant_id = $1 and r.activity_id = $2 and r.subject_id = o.id)
)`;
