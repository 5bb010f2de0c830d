import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ClaimantContext } from '../tenancy/tenant-context.js';
import type { StoredClaim } from '../workflow/inputs/claim-rows.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import type { DocumentsDecision } from '../workflow/workflow.types.js';
import { findAbandoned, markSuperseded } from './certificate-issue.rows.js';
import { certificatesOfClaim, earlierCertificates, type CertificateRow } from './certificate-rows.js';
import { knownInputs, readInputs } from './document-inputs.js';
import { reasonsAgainst } from './document-views.js';
import { DomainError } from '../problem/domain-error.js';
import { CertificateViews } from './certificate-view.js';
import type { CertificateViewDto } from './dto/certificate-view.dto.js';
import { DocumentRequestsService } from './document-requests.service.js';
import { IssuingService } from './issuing.service.js';

export interface Amendment {
  readonly inputs: DecisionInputs;
  /** The claim that takes the place of the amended one. */
  readonly claim: StoredClaim;
  readonly decision: DocumentsDecision;
}

/** Makes the documents of an amended claim anew. */
@Injectable()
export class ReissuingService {
  constructor(
    private readonly issuing: IssuingService,
    private readonly views: CertificateViews,
    private readonly requests: DocumentRequestsService,
  ) {}

  /**
   * Issues every document that the amended claim had again for its amendment; the earlier certificate is
   * superseded when the new one is issued. One that is no longer offered is superseded at once, because what it
   * says is not what is claimed any more. Answers the new certificates.
   */
  async reissue(
    manager: EntityManager,
    context: ClaimantContext,
    amendment: Amendment,
  ): Promise<CertificateViewDto[]> {
    const { inputs, claim, decision } = amendment;
    // A claim that is held keeps the earlier certificates until a person has looked at it.
    if (claim.state === 'held') return [];
    const ended: string[] = [];
    for (const earlier of await earlierCertificates(manager, context, context.actor.learnerId, claim.id)) {
      const document = decision.documents.find(({ offer }) => offer.key === earlier.documentKey);
      const given = document === undefined ? null : givenBefore(earlier, inputs, document.offer);
      if (document === undefined || given === null || reasonsAgainst(inputs, document, decision).length > 0) {
        if (earlier.state !== 'superseded') ended.push(earlier.id);
        continue;
      }
      await this.issuing.issue(manager, context, {
        inputs,
        document,
        claim,
        given,
        supersedes: earlier,
      });
    }
    await markSuperseded(manager, context, ended, inputs.now);
    await this.requests.withdraw(manager, context, await findAbandoned(manager, context, claim.id));
    const issued = await certificatesOfClaim(manager, context, claim.id);
    return issued.map((row) => this.views.of(context, row));
  }
}

/** What the learner gave for the earlier certificate; `null` when the document now asks for more than is known. */
export const givenBefore = (
  earlier: CertificateRow,
  inputs: DecisionInputs,
  offer: Amendment['decision']['documents'][number]['offer'],
): Record<string, string> | null => {
  const asked = new Set(offer.inputs.map(({ key }) => key));
  const before = Object.entries(earlier.request?.inputs ?? {}).filter(([key]) => asked.has(key));
  try {
    return readInputs(offer, Object.fromEntries(before), knownInputs(offer, inputs.learner.identifiers));
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
};
