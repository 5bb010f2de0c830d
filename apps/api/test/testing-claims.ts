import { v7 as uuid } from 'uuid';
import { Certificate } from '../src/certificates/certificate.entity.js';
import { ClaimLine } from '../src/claims/claim-line.entity.js';
import { Claim } from '../src/claims/claim.entity.js';
import type { TenantDatabase } from '../src/database/tenant-database.js';
import { EvaluationForm } from '../src/evaluations/evaluation-form.entity.js';
import { Evidence } from '../src/evidence/evidence.entity.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import type { Society } from './testing-society.js';

export interface Claimed {
  claimId: string;
  certificateId: string;
  verificationCode: string;
  formKey: string;
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
    });
    await manager.insert(ClaimLine, {
      tenantId,
      claimId: claimed.claimId,
      offeringId,
      creditType: 'ama-pra-1',
      amount: 100,
    });
    await manager.query(
      `insert into certificates (tenant_id, id, claim_id, activity_id, learner_id, document_key, title, number,
         verification_code, state, data, template_key, template_revision)
       values ($1, $2, $3, $4, $5, 'cme', $6, 'MTG26-000001', $7, 'issuing', $8, 'classic', 1)`,
      [
        tenantId,
        claimed.certificateId,
        claimed.claimId,
        activityId,
        learnerId,
        `Certificate of ${tenant.name}`,
        claimed.verificationCode,
        { provider: tenant.name },
      ],
    );
    await manager.findOneByOrFail(Certificate, { tenantId, id: claimed.certificateId });
  });
  return claimed;
}
