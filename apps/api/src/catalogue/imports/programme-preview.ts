import type { EntityManager } from 'typeorm';
import { changedFields, type ComparedRow, MOST_CHANGES } from './changed-fields.js';
import type { ImportChange, LostColumn, Removals } from './import-report.js';
import { IS_ABSENT, IS_USED, type MergeTarget } from './programme-merge.js';

/** Columns of an offering that a file states, by the field's name in mappings and reports. */
const FIELDS = {
  code: 'code',
  title: 'title',
  description: 'description',
  start: 'starts_at',
  end: 'ends_at',
  day: 'day',
  room: 'room',
  track: 'track',
  category: 'category',
  type: 'type',
  course: 'course_id',
  tier: 'tier',
  isHighlight: 'is_highlight',
  speakers: 'speakers',
  credits: 'credits',
} as const;

/** Empty in its kind: no text, no list, not marked. */
const isEmpty = (column: string): string => `coalesce(${column}::text, '') in ('', '[]', 'false', 'f')`;

/**
 * What sessions have by now and no row of the staged programme says: the column is not in the file any more, or was
 * exported empty. Nothing is written.
 */
export async function findLostColumns(
  manager: EntityManager,
  { tenantId, activityId }: MergeTarget,
): Promise<LostColumn[]> {
  const counts = Object.entries(FIELDS)
    .filter(([field]) => field !== 'credits')
    .map(
      ([field, column]) => `
      select '${field}' as field, count(*)::int as rows from matched
      where not ${isEmpty(`was_${column}`)} and not exists (select from staged_offerings s where not ${isEmpty(`s.${column}`)})`,
    );
  const pairs = Object.values(FIELDS).map((column) => `o.${column} as was_${column}`);
  return manager.query<LostColumn[]>(
    `
    with matched as (
      select ${pairs.join(', ')} from offerings o join staged_offerings s on s.source_key = o.source_key
      where o.tenant_id = $1 and o.activity_id = $2
    ), lost as (
      ${counts.join(' union all ')}
      union all
      select 'credits.' || (c ->> 'creditType'), count(*)::int
      from matched, jsonb_array_elements(was_credits) c
      where not exists (
        select from staged_offerings s, jsonb_array_elements(s.credits) k where k ->> 'creditType' = c ->> 'creditType'
      )
      group by 1
    )
    select field, rows from lost where rows > 0 order by rows desc, field
    `,
    [tenantId, activityId],
  );
}

/** One session may be cancelled; more than a tenth of all, and the file is more likely to be cut short. */
const MANY = { sessions: 2, share: 0.1 };

/** The sessions that are gone from the staged programme, where they are many; null where not. Nothing is written. */
export async function findRemovals(
  manager: EntityManager,
  { tenantId, activityId }: MergeTarget,
): Promise<Removals | null> {
  const [gone] = await manager.query<Removals[]>(
    `
    select
      (select count(*)::int from offerings o where ${IS_ABSENT}) as sessions,
      (select count(*)::int from offerings o
       where o.tenant_id = $1 and o.activity_id = $2 and o.withdrawn_at is null) as of,
      array(select concat_ws(' ', nullif(o.code, ''), o.title) from offerings o
       where ${IS_ABSENT} order by o.code, o.title limit $3) as first
    `,
    [tenantId, activityId, MOST_CHANGES],
  );
  if (gone === undefined || gone.sessions < MANY.sessions || gone.sessions <= gone.of * MANY.share)
    return null;
  return gone;
}

/** The first of what the staged programme would change, by name. Nothing is written. */
export async function firstChanges(
  manager: EntityManager,
  { tenantId, activityId }: MergeTarget,
  timeZone: string,
): Promise<ImportChange[]> {
  const sides = (alias: string): string =>
    Object.entries(FIELDS)
      .map(([field, column]) => `'${field}', ${alias}.${column}`)
      .join(', ');
  const rows = await manager.query<ComparedRow[]>(
    `
    (select 'changed' as kind, s.code || ' ' || s.title as name,
       jsonb_build_object(${sides('o')}) as before, jsonb_build_object(${sides('s')}) as after
     from staged_offerings s
     join offerings o on o.tenant_id = $1 and o.activity_id = $2 and o.source_key = s.source_key
     where o.content_hash <> s.content_hash or o.withdrawn_at is not null order by s.row_number limit $3)
    union all
    (select 'new', s.code || ' ' || s.title, null, null from staged_offerings s
     where not exists (
       select from offerings o where o.tenant_id = $1 and o.activity_id = $2 and o.source_key = s.source_key)
     order by s.row_number limit $3)
    union all
    (select case when ${IS_USED} then 'withdrawn' else 'removed' end, o.code || ' ' || o.title, null, null
     from offerings o where ${IS_ABSENT} order by o.code limit $3)
    `,
    [tenantId, activityId, MOST_CHANGES],
  );
  return changedFields(rows, timeZone);
}
