import type { CertificateData } from '@laurel/certificate-renderer';
import { v7 as uuid } from 'uuid';
import { Certificate } from '../src/certificates/certificate.entity.js';
import { ClaimLine } from '../src/claims/claim-line.entity.js';
import { Claim } from '../src/claims/claim.entity.js';
import type { TenantDatabase } from '../src/database/tenant-database.js';
import { EvaluationForm } from '../src/evaluations/evaluation-form.entity.js';
import { Evidence } from '../src/evidence/evidence.entity.js';
import { Mail } from '../src/mail/mail.entity.js';
import { Report } from '../src/reporting/report.entity.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import type { Society } from './testing-society.js';

export interface Claimed {
  claimId: string;
  certificateId: string;
  verificationCode: string;
  formKey: string;
  reportId: string;
  mailId: string;
}

/** A learner of the society has starred, evaluated, claimed, and holds a certificate: all that could leak. */
export async function claimSomething(
  database: TenantDatabase,
  society: Society,
  badge = '100001',
): Promise<Claimed> {
  const { tenant, activityId } = society;
  const tenantId = tenant.id;
  const [offeringId = ''] = society.offeringIds;
  const { learnerId = '' } = society.learners[badge] ?? {};
  const claimed = {
    claimId: uuid(),
    certificateId: uuid(),
    verificationCode: `CODE-${tenant.slug.toUpperCase()}`,
    formKey: `form-of-${tenant.slug}`,
    reportId: uuid(),
    mailId: uuid(),
  };
  await database.transaction(systemContext(tenant, 'test'), async (manager) => {
    await manager.insert(Evidence, {
      tenantId,
      id: uuid(),
      activityId,
      learnerId,
      offeringId,
      kind: 'itinerary',
      source: 'portal',
      sourceKey: `${learnerId}/${offeringId}`,
      occurredAt: Temporal.Instant.from('2026-04-23T13:00:00Z'),
    });
    await manager.insert(EvaluationForm, {
      tenantId,
      id: uuid(),
      activityId,
      key: claimed.formKey,
      title: `Evaluation of ${tenant.name}`,
      scope: 'activity',
      sections: [],
    });
    await manager.insert(Claim, {
      tenantId,
      id: claimed.claimId,
      activityId,
      learnerId,
      state: 'certified',
      credits: [{ creditType: 'ama-pra-1', selected: 100, computed: 100, claimed: 100 }],
      attestation: 'I took part.',
      submittedAt: Temporal.Instant.from('2026-04-26T20:00:00Z'),
    });
    await manager.insert(ClaimLine, {
      tenantId,
      claimId: claimed.claimId,
      offeringId,
      creditType: 'ama-pra-1',
      amount: 100,
    });
    await manager.insert(Report, {
      tenantId,
      id: claimed.reportId,
      claimId: claimed.claimId,
      plugin: 'reporter',
      authority: 'board',
      key: claimed.claimId,
      payload: {},
      state: 'failed',
    });
    await manager.insert(Mail, {
      tenantId,
      id: claimed.mailId,
      key: `mail-of-${tenant.slug}`,
      to: `office@${tenant.slug}.example`,
      subject: `Mail of ${tenant.name}`,
      body: 'Hello',
      attachments: [],
      state: 'failed',
    });
    await manager.save(
      manager.create(Certificate, {
        tenantId,
        id: claimed.certificateId,
        claimId: claimed.claimId,
        activityId,
        learnerId,
        documentKey: 'cme',
        title: `Certificate of ${tenant.name}`,
        number: NUMBER,
        verificationCode: claimed.verificationCode,
        state: 'issued',
        data: dataOf(society, claimed),
        templateKey: 'classic',
        templateRevision: 1,
        sha256: '0'.repeat(64),
        byteSize: 1,
        pageCount: 1,
        issuedAt: Temporal.Instant.from('2026-04-26T20:00:10Z'),
      }),
    );
  });
  return claimed;
}

const NUMBER = 'MTG26-000001';

const dataOf = ({ tenant }: Society, { verificationCode }: Claimed): CertificateData => ({
  language: 'en',
  title: `Certificate of ${tenant.name}`,
  documentKind: 'credit',
  learner: { name: `Chidi Okafor of ${tenant.name}`, credentials: 'MD' },
  provider: { name: tenant.name },
  activity: {
    title: `Annual Meeting of ${tenant.name}`,
    format: 'live activity',
    dates: 'April 23–26, 2026',
  },
  credits: [{ amount: '1.00', unit: 'AMA PRA Category 1 Credits™', isItalic: true }],
  statements: [],
  signatures: [],
  number: NUMBER,
  verificationCode,
  verificationUrl: `https://${tenant.slug}.example/verify/${verificationCode}`,
  issuedOn: 'April 26, 2026',
  sessions: [],
  runningHead: tenant.name,
});
