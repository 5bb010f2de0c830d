import type { EntityManager } from 'typeorm';
import type { TenantContext } from '../tenancy/tenant-context.js';
import type { ReportState } from './report-states.js';

type Tenant = Pick<TenantContext, 'tenant'>;

/** A report with how its delivery went. */
export interface ListedReport {
  readonly id: string;
  readonly claimId: string;
  readonly authority: string;
  readonly key: string;
  readonly plugin: string;
  readonly state: ReportState;
  readonly createdAt: string;
  readonly attempts: number;
  /** What came back last; null where nothing was said. */
  readonly lastDetail: string | null;
  readonly lastAttemptAt: string | null;
}

export interface ReportFilter {
  readonly state?: string | undefined;
  /** The last report of the page before. */
  readonly cursor?: string | undefined;
}

/** The newest first; version 7 identifiers rise with time, so the id is the cursor. */
export const listReports = async (
  manager: EntityManager,
  { tenant }: Tenant,
  { state, cursor }: ReportFilter,
  limit: number,
): Promise<ListedReport[]> => {
  const rows = await manager.query<{ report: ListedReport }[]>(
    `select json_build_object('id', r.id, 'claimId', r.claim_id, 'authority', r.authority, 'key', r.key,
       'plugin', r.plugin, 'state', r.state, 'createdAt', r.created_at,
       'attempts', (select count(*) from deliveries d where d.tenant_id = $1 and d.report_id = r.id),
       'lastDetail', last.detail, 'lastAttemptAt', last.attempted_at) as report
     from reports r
     left join lateral (
       select d.detail, d.attempted_at from deliveries d where d.tenant_id = $1 and d.report_id = r.id
       order by d.id desc limit 1) last on true
     where r.tenant_id = $1 and ($2::text is null or r.state = $2) and ($3::uuid is null or r.id < $3)
     order by r.id desc limit $4`,
    [tenant.id, state ?? null, cursor ?? null, limit],
  );
  return rows.map(({ report }) => report);
};

/**
 * Puts failed reports back into the queue, one or all of them, and answers their ids; not those of claims that were
 * revoked, nor of claims whose amendment was reported to the same authority or revoked: it would hear the old word
 * last. Who asks at the same time finds them queued already.
 */
export const requeueReports = async (
  manager: EntityManager,
  { tenant }: Tenant,
  id: string | null,
): Promise<{ id: string }[]> => {
  // Who revokes or amends at the same time is waited for, by a statement of its own: the next one sees what they did.
  await manager.query(
    `select c.id from claims c
     where c.tenant_id = $1 and c.id in (
       select r.claim_id from reports r
       where r.tenant_id = $1 and r.state = 'failed' and ($2::uuid is null or r.id = $2))
     order by c.id for share`,
    [tenant.id, id],
  );
  const answer: [{ id: string }[], number] = await manager.query(
    `update reports r set state = 'queued' from claims c
     where r.tenant_id = $1 and c.tenant_id = $1 and c.id = r.claim_id and c.state <> 'revoked'
       and r.state = 'failed' and ($2::uuid is null or r.id = $2)
       and not (c.state = 'amended' and exists (
         select 1 from claims n
         where n.tenant_id = $1 and n.learner_id = c.learner_id and n.activity_id = c.activity_id and n.is_sole
           and n.id > c.id and (n.state = 'revoked' or exists (
             select 1 from reports newer
             where newer.tenant_id = $1 and newer.claim_id = n.id and newer.authority = r.authority
               and newer.state <> 'withdrawn'))))
     returning r.id`,
    [tenant.id, id],
  );
  return answer[0];
};

/** How a report stands; `null` where the society has none of this id. */
export const findReportState = async (
  manager: EntityManager,
  { tenant }: Tenant,
  id: string,
): Promise<ReportState | null> => {
  const rows = await manager.query<{ state: ReportState }[]>(
    `select state from reports where tenant_id = $1 and id = $2`,
    [tenant.id, id],
  );
  return rows[0]?.state ?? null;
};
