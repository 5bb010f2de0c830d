import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { DocumentsAnew, type DocumentsPlan } from '../certificates/documents-anew.service.js';
import type { DocumentChangeDto } from '../certificates/dto/document-change.dto.js';
import { NameCorrections } from '../certificates/name-corrections.service.js';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { ClaimantContext, TenantContext } from '../tenancy/tenant-context.js';
import type { StoredClaim } from '../workflow/inputs/claim-rows.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import { DecisionInputsService } from '../workflow/inputs/decision-inputs.service.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';
import { findClaimant, markDecidedAnew, writeTrail } from './staff-claim-rows.js';
import { readTrail } from './submission-rows.js';

interface Subject {
  readonly claimant: ClaimantContext;
  readonly inputs: DecisionInputs;
  readonly claim: StoredClaim;
}

/** What people of the society do to the documents of a claim in force; what was claimed stays as it is. */
@Injectable()
export class ClaimDocumentsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly inputs: DecisionInputsService,
    private readonly runner: WorkflowRunner,
    private readonly names: NameCorrections,
    private readonly documents: DocumentsAnew,
    private readonly audit: AuditService,
  ) {}

  /**
   * Issues the claim's certificates again with the learner's present name. The earlier ones stay verifiable, and say
   * that they were replaced and why.
   *
   * @param reason 3 to 500 characters, for the society's own records
   * @throws DomainError `not_found`; `claim.not_in_force`; `certificate.same_name`; `certificate.not_ready`
   */
  async reissue(context: TenantContext, claimId: string, reason: string): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      const { claimant, inputs, claim } = await this.find(manager, context, claimId, 'in-force');
      const replaced = await this.names.reissue(manager, claimant, inputs, claim);
      await this.audit.record(manager, context, {
        action: 'claim.certificates_reissued',
        subjectId: claimId,
        details: { replaced },
        reason,
      });
    });
  }

  /**
   * What deciding the documents by the workflow in force now would change. Writes nothing.
   *
   * @throws DomainError `not_found`; `claim.not_in_force`; `claim.still_held`; `documents.undecided`
   */
  async previewAnew(context: TenantContext, claimId: string): Promise<DocumentChangeDto[]> {
    return this.database.transaction(context, async (manager) => {
      const subject = await this.find(manager, context, claimId, 'none');
      return viewsOf(await this.plan(manager, subject));
    });
  }

  /**
   * Decides the documents by the workflow in force now. What differs is issued again and supersedes the earlier
   * certificate, what is not offered any more is revoked, and what is new the learner may have.
   *
   * @throws DomainError as `previewAnew` does
   */
  async decideAnew(context: TenantContext, claimId: string, reason: string): Promise<DocumentChangeDto[]> {
    return this.database.transaction(context, async (manager) => {
      const subject = await this.find(manager, context, claimId, 'in-force');
      const { claimant, inputs, claim } = subject;
      const plan = await this.plan(manager, subject);
      await this.documents.apply(manager, claimant, inputs, claim, plan);
      const { revision } = inputs.workflow;
      await markDecidedAnew(manager, context, claimId, revision);
      await this.retell(manager, subject, plan);
      const changed = viewsOf(plan).filter(({ change }) => change !== 'unchanged');
      await this.audit.record(manager, context, {
        action: 'claim.documents_decided_anew',
        subjectId: claimId,
        details: { revision, changes: changed.map(({ documentKey, change }) => ({ documentKey, change })) },
        reason,
      });
      return viewsOf(plan);
    });
  }

  private plan(manager: EntityManager, { claimant, inputs, claim }: Subject): Promise<DocumentsPlan> {
    if (claim.state === 'held') {
      throw new DomainError('claim.still_held', {
        detail: 'This claim is held. Release it: that decides its documents by the workflow in force now.',
      });
    }
    return this.documents.plan(manager, claimant, inputs, claim);
  }

  /** The trail tells how the documents stand now, and that the society decided them anew. */
  private async retell(
    manager: EntityManager,
    { claimant, inputs, claim }: Subject,
    { decision }: DocumentsPlan,
  ): Promise<void> {
    const note = this.runner.noteOnClaim(inputs.workflow, inputs.asSubmitted(claim).context, {
      stage: 'certify',
      outcome: 'met',
      code: 'host.decided-anew',
      facts: { decidedAt: inputs.now.toString() },
    });
    const trail = await readTrail(manager, claimant, claim.id);
    await writeTrail(manager, claimant, claim.id, [
      ...trail.filter(({ stage, subject }) => stage !== 'certify' || subject.kind === 'claim'),
      ...decision.trail.map((entry) => entry.toJSON()),
      note.toJSON(),
    ]);
  }

  private async find(
    manager: EntityManager,
    context: TenantContext,
    claimId: string,
    lock: 'none' | 'in-force',
  ): Promise<Subject> {
    const claimant = await findClaimant(manager, context, claimId);
    if (claimant === null) throw new DomainError('not_found', { detail: 'There is no such claim.' });
    const inputs = await this.inputs.load(manager, claimant, this.clock.now(), lock, claimId);
    const claim = inputs.inForce;
    if (claim === null) throw new DomainError('claim.not_in_force');
    return { claimant, inputs, claim };
  }
}

const viewsOf = ({ changes }: DocumentsPlan): DocumentChangeDto[] => changes.map(({ view }) => view);
