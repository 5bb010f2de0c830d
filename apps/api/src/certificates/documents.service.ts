import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { LearnerIdentifiers } from '../learners/learner-identifiers.service.js';
import { DomainError } from '../problem/domain-error.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { claimedRecord, type StoredClaim } from '../workflow/inputs/claim-rows.js';
import { DecisionInputsService } from '../workflow/inputs/decision-inputs.service.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import { PluginFaultLog } from '../workflow/decisions/plugin-fault-log.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';
import type { DocumentsDecision } from '../workflow/workflow.types.js';
import { markIssuing } from './certificate-issue.rows.js';
import { certificatesOfClaim, earlierCertificates, type CertificateRow } from './certificate-rows.js';
import { CertificateViews } from './certificate-view.js';
import { identifiersOf, knownInputs, readInputs } from './document-inputs.js';
import { DocumentRequestsService } from './document-requests.service.js';
import { documentsView, reasonsAgainst, type DocumentsState } from './document-views.js';
import type { DocumentsViewDto } from './dto/document-view.dto.js';
import { IssuingService } from './issuing.service.js';

/** Documents that a learner may generate for the claim in force. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly inputs: DecisionInputsService,
    private readonly runner: WorkflowRunner,
    private readonly issuing: IssuingService,
    private readonly views: CertificateViews,
    private readonly identifiers: LearnerIdentifiers,
    private readonly requests: DocumentRequestsService,
    private readonly faults: PluginFaultLog,
  ) {}

  /** What there is for the claim in force; nothing while nothing was submitted. */
  async list(context: LearnerContext): Promise<DocumentsViewDto> {
    return this.database.transaction(context, async (manager) => {
      const inputs = await this.inputs.load(manager, context, this.clock.now());
      const claim = inputs.inForce;
      return claim === null ? { documents: [] } : this.show(manager, context, inputs, claim);
    });
  }

  /** The documents of a claim in force, with its certificates. */
  async show(
    manager: EntityManager,
    context: LearnerContext,
    inputs: DecisionInputs,
    claim: StoredClaim,
  ): Promise<DocumentsViewDto> {
    const decision = this.decide(context, inputs, claim);
    const rows = await certificatesOfClaim(manager, context, claim.id);
    const certificates = await this.requests.followed(manager, context, rows);
    return documentsView(inputs, {
      decision,
      certificates: certificates.map((row) => this.views.of(context, row)),
    });
  }

  /** The documents of a claim as the caller decided them, in the same transaction. */
  present(inputs: DecisionInputs, state: DocumentsState): DocumentsViewDto {
    return documentsView(inputs, state);
  }

  /**
   * Begins the making of a document, once per claim and document: asked again, the same certificate answers, and
   * one that failed is tried again.
   *
   * @param claimId which claim, where there can be several in force
   * @returns the certificate's id
   * @throws DomainError `document.unavailable` with the reasons; `document.input_required` with every fault;
   *   `not_found` for a key that the workflow does not offer.
   */
  async begin(
    context: LearnerContext,
    documentKey: string,
    given: Readonly<Record<string, unknown>>,
    claimId: string | null = null,
  ): Promise<string> {
    return this.database.transaction(context, async (manager) => {
      const inputs = await this.inputs.load(manager, context, this.clock.now(), 'in-force', claimId);
      const claim = inputs.inForce;
      if (claim === null && claimId !== null)
        throw new DomainError('not_found', { detail: 'There is no such claim.' });
      if (claim === null) {
        throw new DomainError('document.unavailable', {
          detail: 'Submit your claim first; your documents can be made right after.',
        });
      }
      const known = await certificatesOfClaim(manager, context, claim.id);
      const made = known.find((row) => row.documentKey === documentKey);
      // One that was revoked while its claim goes on was not to be; it may be offered again.
      if (made !== undefined && made.state !== 'revoked') {
        if (made.state === 'failed') {
          await markIssuing(manager, context, made.id);
          await this.issuing.enqueue(manager, context, made.id);
        }
        return made.id;
      }
      return this.issue(manager, context, inputs, claim, documentKey, given);
    });
  }

  private async issue(
    manager: EntityManager,
    context: LearnerContext,
    inputs: DecisionInputs,
    claim: StoredClaim,
    documentKey: string,
    given: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    const decision = this.decide(context, inputs, claim);
    const document = decision.documents.find(({ offer }) => offer.key === documentKey);
    if (document === undefined) throw new DomainError('not_found', { detail: 'There is no such document.' });
    const { offer } = document;
    const reasons = reasonsAgainst(inputs, document, decision);
    if (reasons.length > 0) {
      const detail = reasons.map(({ text, remedy }) => [text, remedy].filter(Boolean).join(' ')).join(' ');
      throw new DomainError('document.unavailable', { detail, extra: { reasons } });
    }
    const values = readInputs(offer, given, knownInputs(offer, inputs.learner.identifiers));
    await this.identifiers.keep(manager, context, identifiersOf(offer, values));
    return this.issuing.issue(manager, context, {
      inputs,
      document,
      claim,
      given: values,
      supersedes: await this.predecessor(manager, context, claim, documentKey),
    });
  }

  /** The certificate of an earlier claim that this one replaces, unless another did already. */
  private async predecessor(
    manager: EntityManager,
    context: LearnerContext,
    { id, amendsClaimId }: StoredClaim,
    documentKey: string,
  ): Promise<CertificateRow | null> {
    if (amendsClaimId === null) return null;
    const earlier = await earlierCertificates(manager, context, context.actor.learnerId, id);
    return earlier.find((row) => row.documentKey === documentKey) ?? null;
  }

  private decide(context: LearnerContext, inputs: DecisionInputs, claim: StoredClaim): DocumentsDecision {
    const { workflow, context: about, lines } = inputs.asSubmitted(claim);
    const decision = this.runner.decideDocuments(workflow, about, lines, claimedRecord(claim.credits));
    this.faults.note(context, decision.faults);
    return decision;
  }
}
