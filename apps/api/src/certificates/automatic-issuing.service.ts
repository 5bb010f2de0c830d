import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../problem/domain-error.js';
import type { ClaimantContext } from '../tenancy/tenant-context.js';
import type { StoredClaim } from '../workflow/inputs/claim-rows.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import type { DocumentsDecision } from '../workflow/workflow.types.js';
import { certificatesOfClaim } from './certificate-rows.js';
import { CertificateViews } from './certificate-view.js';
import { knownInputs, readInputs } from './document-inputs.js';
import { reasonsAgainst } from './document-views.js';
import type { CertificateViewDto } from './dto/certificate-view.dto.js';
import { IssuingService } from './issuing.service.js';

/** Makes documents together with the submission, where nobody has to ask for them one by one. */
@Injectable()
export class AutomaticIssuingService {
  constructor(
    private readonly issuing: IssuingService,
    private readonly views: CertificateViews,
  ) {}

  /**
   * Begins every document that is available and asks for nothing that is not known; what the society finishes by hand
   * is left to be asked for. Answers the certificates, which are still being made.
   *
   * @param inputs once the claim has been submitted
   */
  async issueAvailable(
    manager: EntityManager,
    context: ClaimantContext,
    { inputs, claim, decision }: { inputs: DecisionInputs; claim: StoredClaim; decision: DocumentsDecision },
  ): Promise<CertificateViewDto[]> {
    for (const document of decision.documents) {
      const given = givenWithoutAsking(inputs, document.offer);
      const isByHand = document.offer.request !== undefined;
      if (isByHand || given === null || reasonsAgainst(inputs, document, decision).length > 0) continue;
      await this.issuing.issue(manager, context, { inputs, document, claim, given, supersedes: null });
    }
    const issued = await certificatesOfClaim(manager, context, claim.id);
    return issued.map((row) => this.views.of(context, row));
  }
}

/** What the document asks for, from before; `null` when something has to be asked. */
export const givenWithoutAsking = (
  inputs: DecisionInputs,
  offer: DocumentsDecision['documents'][number]['offer'],
): Record<string, string> | null => {
  try {
    return readInputs(offer, {}, knownInputs(offer, inputs.learner.identifiers));
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
};
