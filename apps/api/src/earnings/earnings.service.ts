import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../problem/domain-error.js';
import type { ClaimantContext, TenantContext } from '../tenancy/tenant-context.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import type { CreditTypeRow } from '../workflow/inputs/decision-query.js';
import { isAwardedTo } from '../workflow/decisions/offer-decisions.js';
import { PluginFaultLog } from '../workflow/decisions/plugin-fault-log.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';
import type { PluginFault } from '../workflow/workflow.types.js';
import { readCompletions } from './completed-credit.rows.js';
import { completionsOf, unclaimedAmounts, type Completion, type EarnedCredit } from './earned-credit.js';

/**
 * Offerings are decided this many at a time, each time with their own evidence: a plugin that looks through the
 * evidence for each offering would else need a time that grows with the square of what an account holds.
 */
const OFFERINGS_AT_ONCE = 100;

/** What a learner has earned by completions, and not claimed. */
@Injectable()
export class EarningsService {
  constructor(
    private readonly runner: WorkflowRunner,
    private readonly faults: PluginFaultLog,
  ) {}

  /**
   * Credit types that this learner may be awarded, in the society's order; categories, which count beside another
   * type and are never claimed alone, are not among them.
   */
  typesOf({ creditTypes, learner }: DecisionInputs): CreditTypeRow[] {
    return creditTypes.filter((type) => !type.isCategory && isAwardedTo(type, learner.profession));
  }

  /**
   * Everything unclaimed, in the order in which it was earned, with the decision of the `offer` stage as of now.
   *
   * @throws DomainError `not_found` for an activity whose credit is not earned by completions
   */
  async read(
    manager: EntityManager,
    context: ClaimantContext,
    inputs: DecisionInputs,
  ): Promise<EarnedCredit[]> {
    if (!inputs.isEarned)
      throw new DomainError('not_found', {
        detail: 'Credit is not earned by completions here. Pick the sessions you took part in.',
      });
    const types = this.typesOf(inputs);
    const keys = types.map(({ key }) => key);
    const rows = await readCompletions(manager, context, keys);
    const completions = completionsOf(rows, (id) => inputs.programme.offering(id));
    return this.decide(context, inputs, completions, types);
  }

  private decide(
    context: Pick<TenantContext, 'tenant'>,
    inputs: DecisionInputs,
    completions: readonly Completion[],
    types: readonly CreditTypeRow[],
  ): EarnedCredit[] {
    const earned: EarnedCredit[] = [];
    const faults = new Map<string, PluginFault>();
    for (let start = 0; start < completions.length; start += OFFERINGS_AT_ONCE) {
      const some = completions.slice(start, start + OFFERINGS_AT_ONCE);
      const about = inputs.asEarned({
        evidence: Object.freeze(some.flatMap(({ evidence }) => evidence)),
        claimedBefore: Object.freeze(some.flatMap(({ claimedBefore }) => claimedBefore)),
      });
      const decision = this.runner.decideOffers(
        inputs.workflow,
        about,
        some.map(({ offering }) => offering),
      );
      for (const fault of decision.faults) faults.set(fault.plugin, fault);
      some.forEach((completion, index) => {
        const offer = decision.offers[index];
        const amounts = unclaimedAmounts(completion, types);
        if (offer !== undefined && amounts.size > 0) earned.push({ ...completion, offer, amounts });
      });
    }
    this.faults.note(context, [...faults.values()]);
    return earned;
  }
}
