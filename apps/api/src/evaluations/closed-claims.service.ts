import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../config/clock.js';
import { DomainError } from '../problem/domain-error.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { DecisionInputsService } from '../workflow/inputs/decision-inputs.service.js';
import type { HostCode } from '../workflow/trail/host-messages.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';
import type { EvaluationSubject } from './evaluation-subjects.js';

/** A rule that could not be asked closes nothing: what was typed is kept. */
const FAILED: HostCode = 'plugin.failed';

/** Closed means closed: answers that a claim was submitted with are not changed once it can no longer be amended. */
@Injectable()
export class ClosedClaims {
  constructor(
    private readonly inputs: DecisionInputsService,
    private readonly runner: WorkflowRunner,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `evaluation.closed` with the rule's own sentence; never while an amendment is open */
  async refuse(
    manager: EntityManager,
    context: LearnerContext,
    { isSubmitted }: Pick<EvaluationSubject, 'isSubmitted'>,
  ): Promise<void> {
    if (!isSubmitted) return;
    const inputs = await this.inputs.load(manager, context, this.clock.now());
    const { context: about, lines } = inputs.asDraft();
    const { requirements } = this.runner.decideDraft(inputs.workflow, about, lines);
    const closing = requirements.find(
      ({ state, action, entry }) => state === 'unmet' && action === undefined && entry.reason.code !== FAILED,
    );
    if (closing === undefined) return;
    throw new DomainError('evaluation.closed', {
      detail: `${closing.entry.sentence} Your answers can be read, and no longer changed.`,
    });
  }
}
