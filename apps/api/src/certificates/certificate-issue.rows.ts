import type { CertificateData } from '@laurel/certificate-renderer';
import type { EntityManager } from 'typeorm';
import type { ClaimantContext, TenantContext } from '../tenancy/tenant-context.js';
import type { CertificateState } from './certificate.entity.js';

type Tenant = Pick<TenantContext, 'tenant'>;

/** A certificate on its way to being issued. */
export interface PendingCertificate {
  readonly id: string;
  readonly claimId: string;
  readonly title: string;
  readonly state: CertificateState;
  readonly data: CertificateData;
  readonly templateKey: string;
  readonly templateRevision: number;
  readonly supersedesId: string | null;
  readonly createdAt: Temporal.Instant;
}

export interface IssuedCertificate extends PendingCertificate {
  readonly sha256: string;
}

/** What was printed. */
export interface Print {
  readonly sha256: string;
  readonly byteSize: number;
  readonly pageCount: number;
}

export const findPending = async (
  manager: EntityManager,
  context: Tenant,
  id: string,
): Promise<PendingCertificate | null> => {
  const rows: (Omit<PendingCertificate, 'createdAt'> & { createdAt: Date })[] = await manager.query(
    `select id, claim_id as "claimId", title, state, data, template_key as "templateKey",
       template_revision as "templateRevision", supersedes_id as "supersedesId", created_at as "createdAt"
     from certificates where tenant_id = $1 and id = $2`,
    [context.tenant.id, id],
  );
  const [row] = rows;
  if (row === undefined) return null;
  return { ...row, createdAt: Temporal.Instant.fromEpochMilliseconds(row.createdAt.getTime()) };
};

/**
 * Turns an issuing certificate into an issued one, and ends the one that it replaces. `false` when it is not issuing
 * any more: another worker was faster, and its bytes stand.
 */
export const markIssued = async (
  manager: EntityManager,
  context: Tenant,
  { id, supersedesId }: PendingCertificate,
  { sha256, byteSize, pageCount }: Print,
  now: Temporal.Instant,
): Promise<boolean> => {
  const answer: [unknown[], number] = await manager.query(
    `update certificates set state = 'issued', sha256 = $3, byte_size = $4, page_count = $5, issued_at = $6,
       failure = null
     where tenant_id = $1 and id = $2 and state = 'issuing' and sha256 is null returning id`,
    [context.tenant.id, id, sha256, byteSize, pageCount, now.toString()],
  );
  if (answer[1] === 0) return false;
  if (supersedesId !== null) await markSuperseded(manager, context, [supersedesId], now);
  return true;
};

/** Ends certificates that were issued; one that is still being printed ends when it is issued. */
export const markSuperseded = async (
  manager: EntityManager,
  context: Tenant,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<void> => {
  if (ids.length === 0) return;
  await manager.query(
    `update certificates set state = 'superseded', ended_at = $3
     where tenant_id = $1 and id = any($2::uuid[]) and state = 'issued'`,
    [context.tenant.id, ids, now.toString()],
  );
};

/** Revokes the certificates of claims that still stand, are in print, or failed. Answers the ids of those never made. */
export const markRevoked = async (
  manager: EntityManager,
  context: Tenant,
  claimIds: readonly string[],
  now: Temporal.Instant,
): Promise<string[]> => {
  const answer: [{ id: string; sha256: string | null }[], number] = await manager.query(
    `update certificates set state = 'revoked', ended_at = $3
     where tenant_id = $1 and claim_id = any($2::uuid[]) and state in ('issued', 'issuing', 'failed')
     returning id, sha256`,
    [context.tenant.id, claimIds, now.toString()],
  );
  return answer[0].filter(({ sha256 }) => sha256 === null).map(({ id }) => id);
};

/** Revokes these certificates of a claim that goes on without them. Answers the ids of those never made. */
export const markWithdrawn = async (
  manager: EntityManager,
  context: Tenant,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<string[]> => {
  const answer: [{ id: string; sha256: string | null }[], number] = await manager.query(
    `update certificates set state = 'revoked', ended_at = $3
     where tenant_id = $1 and id = any($2::uuid[]) and state in ('issued', 'issuing', 'failed')
     returning id, sha256`,
    [context.tenant.id, ids, now.toString()],
  );
  return answer[0].filter(({ sha256 }) => sha256 === null).map(({ id }) => id);
};

/** The failed certificates of a learner's claims that another claim took the place of: nobody can try them again. */
export const findAbandoned = async (
  manager: EntityManager,
  context: ClaimantContext,
  claimId: string,
): Promise<string[]> => {
  const rows: { id: string }[] = await manager.query(
    `select id from certificates
     where tenant_id = $1 and learner_id = $2 and activity_id = $3 and claim_id <> $4 and state = 'failed'`,
    [context.tenant.id, context.actor.learnerId, context.actor.activityId, claimId],
  );
  return rows.map(({ id }) => id);
};

/** Gives up; the reason is for staff. */
export const markFailed = async (
  manager: EntityManager,
  context: Tenant,
  id: string,
  failure: string,
): Promise<void> => {
  await manager.query(
    `update certificates set state = 'failed', failure = $3 where tenant_id = $1 and id = $2 and state = 'issuing'`,
    [context.tenant.id, id, failure.slice(0, 1_000)],
  );
};

/** Lets a failed certificate be printed again. */
export const markIssuing = async (manager: EntityManager, context: Tenant, id: string): Promise<void> => {
  await manager.query(
    `update certificates set state = 'issuing', failure = null where tenant_id = $1 and id = $2 and state = 'failed'`,
    [context.tenant.id, id],
  );
};

/** Certificates that wait for longer than the time given, oldest first. */
export const findStuck = async (
  manager: EntityManager,
  context: Tenant,
  before: Temporal.Instant,
): Promise<string[]> => {
  const rows: { id: string }[] = await manager.query(
    `select id from certificates where tenant_id = $1 and state = 'issuing' and created_at < $2
     order by created_at limit 1000`,
    [context.tenant.id, before.toString()],
  );
  return rows.map(({ id }) => id);
};
