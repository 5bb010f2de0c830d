import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { TenantContext } from '../tenancy/tenant-context.js';
import type { ReportState } from './report-states.js';

type Tenant = Pick<TenantContext, 'tenant'>;

export interface QueuedReport {
  readonly id: string;
  readonly plugin: string;
  readonly authority: string;
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly activityId: string;
  /** When it was queued, as text; another time once it was withdrawn and queued again. */
  readonly queuedAt: string;
}

/**
 * A report that still has to be delivered; `null` when it is done, or was never written. One whose claim was revoked
 * is withdrawn instead.
 */
export const findQueued = async (
  manager: EntityManager,
  context: Tenant,
  id: string,
): Promise<QueuedReport | null> => {
  await manager.query(
    `update reports r set state = 'withdrawn' from claims c
     where r.tenant_id = $1 and r.id = $2 and r.state = 'queued'
       and c.tenant_id = $1 and c.id = r.claim_id and c.state = 'revoked'`,
    [context.tenant.id, id],
  );
  const rows: QueuedReport[] = await manager.query(
    `select r.id, r.plugin, r.authority, r.key, r.payload, c.activity_id as "activityId",
       r.created_at::text as "queuedAt"
     from reports r join claims c on c.tenant_id = $1 and c.id = r.claim_id
     where r.tenant_id = $1 and r.id = $2 and r.state = 'queued'`,
    [context.tenant.id, id],
  );
  return rows[0] ?? null;
};

/** Keeps an attempt and what came back; with a state, the report is settled. */
export const recordDelivery = async (
  manager: EntityManager,
  context: Tenant,
  { id: reportId, queuedAt }: Pick<QueuedReport, 'id' | 'queuedAt'>,
  attempt: { readonly outcome: 'accepted' | 'rejected' | 'retry'; readonly detail: string | null },
  settled: ReportState | null,
): Promise<void> => {
  await manager.query(
    `insert into deliveries (tenant_id, id, report_id, outcome, detail) values ($1, $2, $3, $4, $5)`,
    [context.tenant.id, uuid(), reportId, attempt.outcome, attempt.detail?.slice(0, 2_000) ?? null],
  );
  if (settled === null) return;
  // One that was withdrawn while it was on its way has arrived all the same, and staff must see that. One that was
  // queued again meanwhile says something else, and still has to be told.
  await manager.query(
    `update reports set state = $3
     where tenant_id = $1 and id = $2 and created_at = $4::timestamptz
       and (state = 'queued' or (state = 'withdrawn' and $3 in ('accepted', 'rejected')))`,
    [context.tenant.id, reportId, settled, queuedAt],
  );
};

/** Takes back what authorities were not told yet about claims. */
export const withdrawReports = async (
  manager: EntityManager,
  context: Tenant,
  claimIds: readonly string[],
): Promise<void> => {
  await manager.query(
    `update reports set state = 'withdrawn'
     where tenant_id = $1 and state = 'queued' and claim_id = any($2::uuid[])`,
    [context.tenant.id, claimIds],
  );
};

/**
 * Takes back what these authorities were not told yet, and what was given up, about the claims that this one takes the
 * place of: they hear of this one instead. Only of a claim that stands.
 */
export const withdrawOvertaken = async (
  manager: EntityManager,
  context: Tenant,
  claimId: string,
  authorities: readonly string[],
): Promise<void> => {
  await manager.query(
    `update reports r set state = 'withdrawn' from claims n
     join claims c on c.tenant_id = $1 and c.learner_id = n.learner_id and c.activity_id = n.activity_id
       and c.is_sole and c.state = 'amended' and c.id <> n.id
     where n.tenant_id = $1 and n.id = $2 and n.is_sole
       and r.tenant_id = $1 and r.claim_id = c.id and r.authority = any($3::text[])
       and r.state in ('queued', 'failed')`,
    [context.tenant.id, claimId, authorities],
  );
};

/** What authorities were told about a claim, in the order in which it was written. */
export const reportsOfClaim = async (
  manager: EntityManager,
  context: Tenant,
  claimId: string,
): Promise<{ authority: string; key: string; state: ReportState }[]> =>
  manager.query(
    `select authority, key, state from reports where tenant_id = $1 and claim_id = $2 order by created_at, id`,
    [context.tenant.id, claimId],
  );

/** How often delivery was tried already. */
export const countDeliveries = async (
  manager: EntityManager,
  context: Tenant,
  reportId: string,
): Promise<number> => {
  const [row] = await manager.query<{ count: number }[]>(
    `select count(*)::integer as count from deliveries where tenant_id = $1 and report_id = $2`,
    [context.tenant.id, reportId],
  );
  return row?.count ?? 0;
};
