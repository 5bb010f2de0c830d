import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CertificateSheetsService } from '../certificates/certificate-sheets.service.js';
import { sheetView } from '../certificates/certificate-view.js';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { claimedRecord, type StoredClaim } from '../workflow/inputs/claim-rows.js';
import { DecisionInputsService } from '../workflow/inputs/decision-inputs.service.js';
import { PluginFaultLog } from '../workflow/decisions/plugin-fault-log.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';
import { claimedAmounts } from './claimed-amounts.js';
import { previewOf, type PreviewSubject } from './document-preview.js';
import type { ClaimPreviewDto, DocumentPreviewDto } from './dto/claim-history.dto.js';

/** Shows what a draft would become, before the learner submits it. */
@Injectable()
export class ClaimPreviewService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly inputs: DecisionInputsService,
    private readonly runner: WorkflowRunner,
    private readonly faults: PluginFaultLog,
    private readonly sheets: CertificateSheetsService,
  ) {}

  /**
   * The documents that the draft's learner could have if it were submitted now; what it still needs is the cart's to
   * say. Writes nothing.
   *
   * @throws DomainError `claim.empty` while there is nothing to claim; `claim.amount_too_high` when more was chosen than
   *   there is now
   */
  async preview(context: LearnerContext): Promise<ClaimPreviewDto> {
    return this.database.transaction(context, async (manager) => {
      const subjects = await this.documents(manager, context);
      return {
        documents: await Promise.all(subjects.map((subject) => this.show(manager, context, subject))),
      };
    });
  }

  /**
   * The first page of one of these documents, as HTML.
   *
   * @param part which of its certificates, from 1
   * @throws DomainError as `preview`, and `not_found` for a document or part that is not among them
   */
  async sheet(context: LearnerContext, documentKey: string, part: number): Promise<string> {
    const sheet = await this.database.transaction(context, async (manager) => {
      const subjects = await this.documents(manager, context);
      const subject = subjects.find(({ offer }) => offer.key === documentKey);
      if (subject === undefined) throw new DomainError('not_found', { detail: 'There is no such document.' });
      return this.sheets.ofSubject(manager, context, { ...subject, given: {} }, part);
    });
    return this.sheets.draw(context, sheet);
  }

  private async show(
    manager: EntityManager,
    context: LearnerContext,
    subject: PreviewSubject,
  ): Promise<DocumentPreviewDto> {
    const { activityId } = context.actor;
    const { key, template } = subject.offer;
    const format = await this.sheets.formatOf(manager, context, template);
    const url = `/api/activities/${activityId}/claim/preview/sheet?document=${encodeURIComponent(key)}`;
    return { ...previewOf(subject), sheet: format === null ? null : sheetView(url, format) };
  }

  private async documents(manager: EntityManager, context: LearnerContext): Promise<PreviewSubject[]> {
    const inputs = await this.inputs.load(manager, context, this.clock.now());
    const { draft } = inputs;
    if (draft === null) throw new DomainError('claim.empty');
    const { context: about, lines } = inputs.asDraft(draft.lines, true);
    const { totals, offers, faults } = this.runner.decideDraft(inputs.workflow, about, lines);
    const denied = new Set(offers.flatMap(({ allowed, offeringId }) => (allowed ? [] : offeringId)));
    const counted = lines.filter(({ offering }) => !denied.has(offering.id));
    const submitted: StoredClaim = {
      ...draft,
      state: 'submitted',
      submittedAt: inputs.now,
      credits: claimedAmounts(totals, inputs.creditTypes, {}, draft.chosen),
    };
    const claimed = claimedRecord(submitted.credits);
    const after = inputs.asSubmitted(submitted);
    const decision = this.runner.decideDocuments(inputs.workflow, after.context, counted, claimed);
    this.faults.note(context, [...faults, ...decision.faults]);
    return decision.documents.flatMap(({ offer }) =>
      offer.availability.available ? { inputs, offer, lines: counted, claimed } : [],
    );
  }
}
