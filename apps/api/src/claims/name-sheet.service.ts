import { Injectable } from '@nestjs/common';
import type { DocumentOffer } from '@laurel/plugin-kit';
import type { EntityManager } from 'typeorm';
import { CertificateSheetsService, NO_DESIGN } from '../certificates/certificate-sheets.service.js';
import { sheetView } from '../certificates/certificate-view.js';
import type { SheetDto } from '../certificates/dto/certificate-view.dto.js';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { DecisionInputsService } from '../workflow/inputs/decision-inputs.service.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';

/** A name as the learner is typing it. */
export interface TypedName {
  readonly displayName: string;
  readonly credentials: string;
}

/** How a name stands on the paper of the society: on the first document that the learner's profession may have. */
@Injectable()
export class NameSheetService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly inputs: DecisionInputsService,
    private readonly runner: WorkflowRunner,
    private readonly sheets: CertificateSheetsService,
  ) {}

  /** Where the sheet can be looked at. @throws DomainError `not_found` while the society has no design for it */
  async read(context: LearnerContext): Promise<SheetDto> {
    return this.database.transaction(context, async (manager) => {
      const { offer } = await this.document(manager, context);
      const format = await this.sheets.formatOf(manager, context, offer.template);
      if (format === null) throw new DomainError('not_found', { detail: NO_DESIGN });
      return sheetView(`/api/activities/${context.actor.activityId}/claim/name-sheet/page`, format);
    });
  }

  /** The sheet with a name on it and no credit, as HTML. */
  async page(context: LearnerContext, { displayName, credentials }: TypedName): Promise<string> {
    const sheet = await this.database.transaction(context, async (manager) => {
      const { inputs, offer } = await this.document(manager, context);
      const subject = { inputs, offer, lines: [], claimed: {}, given: {} };
      return this.sheets.ofSubject(manager, context, subject, 1, (data) => ({
        ...data,
        learner: { name: displayName, ...(credentials === '' ? {} : { credentials }) },
        // The years in which an activity teaches are no days of the learner's.
        ...(inputs.isEarned ? { activity: { ...data.activity, dates: data.issuedOn } } : {}),
      }));
    });
    return this.sheets.draw(context, sheet);
  }

  private async document(
    manager: EntityManager,
    context: LearnerContext,
  ): Promise<{ inputs: DecisionInputs; offer: DocumentOffer }> {
    const inputs = await this.inputs.load(manager, context, this.clock.now());
    const { workflow, context: about } = inputs.asDraft([], true);
    // As if one credit of everything were claimed: what is left to refuse is the profession.
    const claimed = Object.fromEntries(inputs.creditTypes.map(({ key }) => [key, 100]));
    const { documents } = this.runner.decideDocuments(workflow, about, [], claimed);
    const offers = documents.map(({ offer }) => offer);
    const offer = offers.find(({ availability }) => availability.available) ?? offers[0];
    if (offer === undefined) throw new DomainError('not_found', { detail: 'No certificates are made here.' });
    return { inputs, offer: { ...offer, documentKind: 'participation', perCourse: false, credits: [] } };
  }
}
