import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { DecisionInputsService } from '../workflow/inputs/decision-inputs.service.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import { TrailRules, type RuleOf } from '../workflow/rules/trail-rules.service.js';
import { trailNames } from '../workflow/trail/trail-names.js';
import { explainedEntry } from '../workflow/trail/why-entry.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';
import type { TrailRecord } from '../workflow/workflow.types.js';
import type { WhyDto } from './dto/why.dto.js';
import { readTrail } from './submission-rows.js';

/** Answers "why?" of a claim. */
@Injectable()
export class WhyService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly inputs: DecisionInputsService,
    private readonly runner: WorkflowRunner,
    private readonly rules: TrailRules,
  ) {}

  /**
   * The decision trail of one claim in force, as it was stored.
   *
   * @throws DomainError `not_found` for a claim that is not in force, or not the learner's own here
   */
  async ofClaim(context: LearnerContext, claimId: string): Promise<WhyDto> {
    return this.database.transaction(context, async (manager) => {
      const inputs = await this.inputs.load(manager, context, this.clock.now(), 'none', claimId);
      const { inForce } = inputs;
      if (inForce === null) throw new DomainError('not_found', { detail: 'There is no such claim.' });
      return this.explainStored(manager, context, inputs, inForce.id);
    });
  }

  /** The decision trail: worked out now for a draft, as it was stored for what was submitted. */
  async read(context: LearnerContext): Promise<WhyDto> {
    return this.database.transaction(context, async (manager) => {
      const inputs = await this.inputs.load(manager, context, this.clock.now());
      const { draft, inForce } = inputs;
      if (draft === null && inForce !== null) {
        return await this.explainStored(manager, context, inputs, inForce.id);
      }
      const { context: about, lines } = inputs.asDraft();
      const { trail } = this.runner.decideDraft(inputs.workflow, about, lines);
      return explain(inputs, trail, this.rules.ofDecided(context, inputs, trail));
    });
  }

  private async explainStored(
    manager: EntityManager,
    context: LearnerContext,
    inputs: DecisionInputs,
    claimId: string,
  ): Promise<WhyDto> {
    const trail = await readTrail(manager, context, claimId);
    return explain(inputs, trail, await this.rules.ofStored(manager, context, inputs, trail));
  }
}

const explain = (inputs: DecisionInputs, trail: readonly TrailRecord[], rule: RuleOf): WhyDto => {
  const names = trailNames(inputs, rule);
  return { entries: trail.map((entry) => explainedEntry(entry, names)) };
};
