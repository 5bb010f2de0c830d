import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CartService } from '../claims/cart.service.js';
import { insertDraft, lockRegistrations, replaceLines } from '../claims/draft-rows.js';
import type { CartDto } from '../claims/dto/cart.dto.js';
import { Clock } from '../config/clock.js';
import { queryBound } from '../database/prepared-statement.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import type { StoredLine } from '../workflow/inputs/claim-rows.js';
import { DecisionInputsService } from '../workflow/inputs/decision-inputs.service.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import type { CreditTypeRow } from '../workflow/inputs/decision-query.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';
import type { EarningsDto, SelectEarningsDto } from './dto/earnings.dto.js';
import { EarningsService } from './earnings.service.js';
import { earningsView } from './earnings-view.js';
import { chosenLines, everything } from './selected-lines.js';

/** The learner looks at earned credit, and selects what to claim. */
@Injectable()
export class SelectionService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly inputs: DecisionInputsService,
    private readonly earnings: EarningsService,
    private readonly carts: CartService,
    private readonly runner: WorkflowRunner,
  ) {}

  /**
   * What was earned and not claimed, of one credit type; the society's first that this learner may be awarded when
   * none is named.
   *
   * @throws DomainError `not_found` for an activity without earned credit; `request.invalid` for a type that this
   *   learner cannot be awarded
   */
  async show(context: LearnerContext, creditType?: string): Promise<EarningsDto> {
    return this.database.transaction(context, async (manager) => {
      const inputs = await this.inputs.load(manager, context, this.clock.now());
      const earned = await this.earnings.read(manager, context, inputs);
      const types = this.carriedTypes(inputs);
      const type = creditType === undefined ? types[0] : types.find(({ key }) => key === creditType);
      if (type === undefined) throw unknownType();
      const { context: about, lines } = inputs.asDraft();
      const { requirements } = this.runner.decideDraft(inputs.workflow, about, lines);
      return earningsView(inputs, earned, types, type, requirements);
    });
  }

  /**
   * Puts the selection in the place of all lines of the draft. Rows are locked, so devices take turns; selecting the
   * same again changes nothing.
   *
   * @throws DomainError as `show`, and as `chosenLines`
   */
  async select(context: LearnerContext, selection: SelectEarningsDto): Promise<CartDto> {
    if ((selection.all === undefined) === (selection.items === undefined)) throw eitherOr();
    return this.database.transaction(context, async (manager) => {
      const now = this.clock.now();
      let inputs = await this.inputs.load(manager, context, now, 'draft');
      if (inputs.draft === null) {
        await lockRegistrations(manager, context);
        inputs = await this.inputs.load(manager, context, now, 'draft');
      }
      const lines = await this.selected(manager, context, inputs, selection);
      const { draft } = inputs;
      if (isSame(draft?.lines ?? [], lines)) return this.carts.show(context, inputs);
      if (draft === null) await queryBound(manager, insertDraft(context, null, lines));
      else await replaceLines(manager, context, draft, lines);
      return this.carts.show(context, await this.inputs.load(manager, context, now));
    });
  }

  private async selected(
    manager: EntityManager,
    context: LearnerContext,
    inputs: DecisionInputs,
    { creditType, items }: SelectEarningsDto,
  ): Promise<StoredLine[]> {
    const earned = await this.earnings.read(manager, context, inputs);
    const type = this.carriedTypes(inputs).find(({ key }) => key === creditType);
    if (type === undefined) throw unknownType();
    return items === undefined ? everything(earned, type) : chosenLines(earned, type, items);
  }

  /** The learner's types that some topic of the programme carries. */
  private carriedTypes(inputs: DecisionInputs): CreditTypeRow[] {
    const { creditTypes: carried } = inputs.programme;
    return this.earnings.typesOf(inputs).filter(({ key }) => carried.has(key));
  }
}

const isSame = (before: readonly StoredLine[], after: readonly StoredLine[]): boolean => {
  const keyOf = ({ offeringId, creditType, amount }: StoredLine) =>
    `${offeringId} ${creditType} ${String(amount)}`;
  const known = new Set(before.map(keyOf));
  return before.length === after.length && after.every((line) => known.has(keyOf(line)));
};

const unknownType = () => {
  const message = 'This type of credit is not offered here, or your profession cannot be awarded it.';
  return new DomainError('request.invalid', {
    detail: message,
    faults: [{ field: 'creditType', code: 'credit_type.unknown', message }],
  });
};

const eitherOr = () => {
  const message = 'Send either `all` or `items`.';
  return new DomainError('request.invalid', {
    detail: message,
    faults: [{ field: 'items', code: 'selection.either_or', message }],
  });
};
