import type { CertificateData, CertificatePart, PageFormat } from '@laurel/certificate-renderer';
import type { EntityManager } from 'typeorm';
import type { TenantContext } from '../tenancy/tenant-context.js';
import type { CertificateState, ReplacementReason } from './certificate.entity.js';
import type { DocumentRequestState } from './document-request.entity.js';

type Tenant = Pick<TenantContext, 'tenant'>;

/** A certificate as it is shown; the list of sessions is on paper only. */
export interface CertificateRow {
  readonly id: string;
  readonly claimId: string;
  readonly activityId: string;
  readonly documentKey: string;
  readonly title: string;
  readonly number: string;
  readonly state: CertificateState;
  readonly verificationCode: string;
  readonly data: Omit<CertificateData, 'sessions' | 'parts'>;
  /** The certificates that it consists of, when it is by course. */
  readonly parts: readonly Omit<CertificatePart, 'sessions'>[] | null;
  /** The paper of its design. */
  readonly format: PageFormat | null;
  readonly sha256: string | null;
  readonly byteSize: number | null;
  readonly pageCount: number | null;
  readonly createdAt: string;
  readonly issuedAt: string | null;
  readonly endedAt: string | null;
  readonly request: {
    readonly id: string;
    readonly state: DocumentRequestState;
    readonly inputs: Readonly<Record<string, string>>;
    readonly requestedAt: string;
    readonly sentAt: string | null;
    readonly promise: string;
    readonly mailTo: string;
  } | null;
  /** The certificate that was issued in its place. */
  readonly successor: {
    readonly id: string;
    readonly number: string;
    /** Null for what was replaced before reasons were kept. */
    readonly because: ReplacementReason | null;
  } | null;
}

const SELECT = `
select to_json(row) as certificate from (
  select c.id, c.claim_id as "claimId", c.activity_id as "activityId", c.document_key as "documentKey", c.title,
    c.number, c.state, c.verification_code as "verificationCode", c.data - 'sessions' - 'parts' as data,
    (select json_agg(p - 'sessions') from jsonb_array_elements(c.data -> 'parts') p) as parts,
    (select t.format from certificate_templates t
      where t.tenant_id = $1 and t.key = c.template_key and t.revision = c.template_revision) as format, c.sha256,
    c.byte_size as "byteSize", c.page_count as "pageCount", c.created_at as "createdAt",
    c.issued_at as "issuedAt", c.ended_at as "endedAt",
    (select json_build_object('id', r.id, 'state', r.state, 'inputs', r.inputs, 'requestedAt', r.requested_at,
        'sentAt', r.sent_at, 'promise', r.promise, 'mailTo', r.mail_to)
      from document_requests r where r.tenant_id = $1 and r.certificate_id = c.id) as request,
    (select json_build_object('id', s.id, 'number', s.number, 'because', s.replaces_because)
      from certificates s
      where s.tenant_id = $1 and s.learner_id = c.learner_id and s.supersedes_id = c.id
        and s.state in ('issued', 'superseded', 'revoked')) as successor
  from certificates c
  where c.tenant_id = $1 and `;

const read = async (
  manager: EntityManager,
  context: Tenant,
  condition: string,
  ...values: readonly (string | readonly string[])[]
): Promise<CertificateRow[]> => {
  const rows: { certificate: CertificateRow }[] = await manager.query(
    `${SELECT} ${condition} order by c.created_at desc, c.id desc) row`,
    [context.tenant.id, ...values],
  );
  return rows.map(({ certificate }) => certificate);
};

export const certificatesOfClaim = (manager: EntityManager, context: Tenant, claimId: string) =>
  read(manager, context, 'c.claim_id = $2', claimId);

/** The newest certificate of each document; for claims whose rows are given newest first. */
export const newestOfDocuments = (rows: readonly CertificateRow[]): CertificateRow[] => [
  ...new Map([...rows].reverse().map((row) => [row.documentKey, row])).values(),
];

/** The certificates of several claims, newest first. */
export const certificatesOfClaims = (
  manager: EntityManager,
  context: Tenant,
  learnerId: string,
  claimIds: readonly string[],
) => read(manager, context, 'c.learner_id = $2 and c.claim_id = any($3::uuid[])', learnerId, claimIds);

/**
 * What a claim's certificates take the place of: per document the newest one of the learner's other claims at the same
 * activity that nothing has replaced. Not only of the claim it amends: that one may have been held, or its printing
 * may have failed, and then the certificate before it is still what others rely on.
 */
export const earlierCertificates = async (
  manager: EntityManager,
  context: Tenant,
  learnerId: string,
  claimId: string,
): Promise<CertificateRow[]> => {
  const others = await read(
    manager,
    context,
    `c.learner_id = $2 and c.claim_id <> $3
      and c.activity_id = (select activity_id from claims where tenant_id = $1 and id = $3)`,
    learnerId,
    claimId,
  );
  const newest = Map.groupBy(others.filter(isReplaceable), ({ documentKey }) => documentKey);
  return [...newest.values()].flatMap(([row]) => row ?? []);
};

/** All of a learner in the tenant, newest first. */
export const certificatesOfLearner = (manager: EntityManager, context: Tenant, learnerId: string) =>
  read(manager, context, 'c.learner_id = $2', learnerId);

/** One of a learner's; `null` for another's. */
export const certificateOfLearner = async (
  manager: EntityManager,
  context: Tenant,
  learnerId: string,
  id: string,
) => (await read(manager, context, 'c.learner_id = $2 and c.id = $3', learnerId, id))[0] ?? null;

export const certificateByCode = async (manager: EntityManager, context: Tenant, code: string) =>
  (await read(manager, context, 'c.verification_code = $2', code))[0] ?? null;

/** Whether another certificate may name this one as the one it replaces. */
export const isReplaceable = ({ state, successor }: CertificateRow): boolean =>
  successor === null && (state === 'issued' || state === 'issuing' || state === 'superseded');

/** The next number of a series; the series stays locked until the transaction ends, so no number is left out. */
export const nextNumber = async (
  manager: EntityManager,
  context: Tenant,
  series: string,
): Promise<number> => {
  const rows: { last: number }[] = await manager.query(
    `insert into certificate_counters (tenant_id, series, last) values ($1, $2, 1)
     on conflict (tenant_id, series) do update set last = certificate_counters.last + 1 returning last`,
    [context.tenant.id, series],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`The series ${series} gave no number`);
  return row.last;
};

export interface NewCertificate {
  readonly id: string;
  readonly claimId: string;
  readonly activityId: string;
  readonly learnerId: string;
  readonly documentKey: string;
  readonly title: string;
  readonly number: string;
  readonly verificationCode: string;
  readonly data: CertificateData;
  readonly templateKey: string;
  readonly templateRevision: number;
  readonly supersedesId: string | null;
  readonly replacesBecause: ReplacementReason | null;
  readonly createdAt: Temporal.Instant;
}

export const insertCertificate = async (
  manager: EntityManager,
  context: Tenant,
  row: NewCertificate,
): Promise<void> => {
  await manager.query(
    `insert into certificates (tenant_id, id, claim_id, activity_id, learner_id, document_key, title, number,
       verification_code, state, data, template_key, template_revision, supersedes_id, replaces_because,
       created_at, edition)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'issuing', $10, $11, $12, $13, $14, $15,
       (select coalesce(max(edition), 0) + 1 from certificates
        where tenant_id = $1 and claim_id = $3 and document_key = $6))`,
    [
      context.tenant.id,
      row.id,
      row.claimId,
      row.activityId,
      row.learnerId,
      row.documentKey,
      row.title,
      row.number,
      row.verificationCode,
      JSON.stringify(row.data),
      row.templateKey,
      row.templateRevision,
      row.supersedesId,
      row.replacesBecause,
      row.createdAt.toString(),
    ],
  );
};
