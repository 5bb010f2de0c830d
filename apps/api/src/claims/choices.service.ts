import { Injectable } from '@nestjs/common';
import type { RequirementForm } from '@laurel/plugin-kit';
import type { EntityManager } from 'typeorm';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { LearnerIdentifiers } from '../learners/learner-identifiers.service.js';
import { DomainError } from '../problem/domain-error.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { DecisionInputsService } from '../workflow/inputs/decision-inputs.service.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';
import type { DecidedRequirement, DraftDecision } from '../workflow/workflow.types.js';
import { CartService } from './cart.service.js';
import { readAmounts } from './claimed-amounts.js';
import type { CartDto } from './dto/cart.dto.js';
import type { ChooseTotalsDto } from './dto/choose-totals.dto.js';
import { identifiersIn, readFormValues, type FormValues } from './form-values.js';

/** What the learner says on the way to submitting beside sessions: totals, and forms of requirements. */
@Injectable()
export class ChoicesService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly inputs: DecisionInputsService,
    private readonly runner: WorkflowRunner,
    private readonly carts: CartService,
    private readonly identifiers: LearnerIdentifiers,
  ) {}

  /**
   * Keeps the totals the learner chose in the draft. They stay chosen when the draft changes; whether they are still
   * possible is decided again each time.
   *
   * @throws DomainError `claim.empty` or `claim.already_submitted` without a draft; `claim.changed` when the learner
   *   looked at another revision, with `extra.cart`; `claim.amount_too_high`; `request.invalid`
   */
  async chooseTotals(context: LearnerContext, { amounts, revision }: ChooseTotalsDto): Promise<CartDto> {
    return this.database.transaction(context, async (manager) => {
      const now = this.clock.now();
      const inputs = await this.inputs.load(manager, context, now, 'draft');
      const { draft } = inputs;
      if (draft === null) {
        throw new DomainError(inputs.inForce === null ? 'claim.empty' : 'claim.already_submitted');
      }
      if (draft.revision !== revision) {
        throw new DomainError('claim.changed', { extra: { cart: this.carts.show(context, inputs) } });
      }
      const asked = Object.entries(amounts);
      const read = readAmounts(
        this.decide(inputs).totals,
        inputs.creditTypes,
        Object.fromEntries(asked.filter(([, amount]) => amount !== null)),
      );
      const takenBack = asked.filter(([, amount]) => amount === null).map(([key]) => key);
      const kept = Object.entries(draft.chosen).filter(([key]) => !takenBack.includes(key));
      await manager.query(
        `update claims set chosen = $3, revision = revision + 1 where tenant_id = $1 and id = $2 and state = 'draft'`,
        [context.tenant.id, draft.id, JSON.stringify({ ...Object.fromEntries(kept), ...read })],
      );
      return this.carts.show(context, await this.inputs.load(manager, context, now));
    });
  }

  /**
   * Keeps what the learner put into the form of a requirement, right or wrong, so that nothing typed is lost; the
   * cart that comes back says what is wrong. Identifiers without fault are kept with the learner too.
   *
   * @throws DomainError `not_found` when no requirement asks for this form; `request.invalid` for fields it does not
   *   have and for values that are too long or of the wrong kind
   */
  async saveForm(
    context: LearnerContext,
    formKey: string,
    given: Readonly<Record<string, unknown>>,
  ): Promise<CartDto> {
    return this.database.transaction(context, async (manager) => {
      const now = this.clock.now();
      const before = formOf(this.decide(await this.inputs.load(manager, context, now)), formKey);
      if (before === undefined)
        throw new DomainError('not_found', {
          detail: 'Nothing asks for this form any more. Please look at your claim again.',
        });
      const values = readFormValues(before.form, given);
      await this.write(manager, context, formKey, values);
      const inputs = await this.inputs.load(manager, context, now);
      const after = formOf(this.decide(inputs), formKey);
      const known = after === undefined ? {} : identifiersIn(after.form, values, after.requirement.faults);
      if (Object.keys(known).length === 0) return this.carts.show(context, inputs);
      await this.identifiers.keep(manager, context, known);
      return this.carts.show(context, await this.inputs.load(manager, context, now));
    });
  }

  private decide(inputs: DecisionInputs): DraftDecision {
    const { context, lines } = inputs.asDraft();
    return this.runner.decideDraft(inputs.workflow, context, lines);
  }

  private async write(
    manager: EntityManager,
    context: LearnerContext,
    formKey: string,
    values: FormValues,
  ): Promise<void> {
    await manager.query(
      `insert into form_inputs (tenant_id, learner_id, activity_id, form_key, "values")
       values ($1, $2, $3, $4, $5)
       on conflict (tenant_id, learner_id, activity_id, form_key)
       do update set "values" = excluded."values", updated_at = now()`,
      [context.tenant.id, context.actor.learnerId, context.actor.activityId, formKey, JSON.stringify(values)],
    );
  }
}

const formOf = (
  { requirements }: DraftDecision,
  formKey: string,
): { readonly form: RequirementForm; readonly requirement: DecidedRequirement } | undefined => {
  for (const requirement of requirements) {
    const { action } = requirement;
    if (action?.kind === 'form' && action.form.key === formKey) return { form: action.form, requirement };
  }
  return undefined;
};
