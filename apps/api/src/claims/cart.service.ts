import { Injectable } from '@nestjs/common';
import type { Facts, OfferingView } from '@laurel/plugin-kit';
import type { EntityManager } from 'typeorm';
import { Clock } from '../config/clock.js';
import { lastly } from '../database/lastly.js';
import { type BoundStatement, queryBound } from '../database/prepared-statement.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import type { StoredLine } from '../workflow/inputs/claim-rows.js';
import { DecisionInputsService } from '../workflow/inputs/decision-inputs.service.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import type { SentenceDto } from '../workflow/trail/sentence.dto.js';
import type { HostCode } from '../workflow/trail/host-messages.js';
import { isAwardedTo } from '../workflow/decisions/offer-decisions.js';
import { PluginFaultLog } from '../workflow/decisions/plugin-fault-log.js';
import { sentenceOf } from '../workflow/trail/why-entry.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';
import type { DecisionContext, DraftDecision, OfferDecision } from '../workflow/workflow.types.js';
import { CartSources } from './cart-sources.js';
import { cartView } from './cart-view.js';
import { deleteDraft, insertDraft, lockRegistrations, updateDraft, type DraftEdit } from './draft-rows.js';
import type { AddResultDto, CartDto, CartSourceDto } from './dto/cart.dto.js';
import { claimsTheSame, hasSameLines } from './idle-amendment.js';
import { chosenAfter, keptTotals } from './kept-totals.js';

/** What a learner asks to be changed. */
interface CartEdit extends DraftEdit {
  /** Nothing is changed where this offering is denied. */
  readonly mustBeAllowed?: OfferingView;
}

const NOTHING: CartEdit = Object.freeze({ add: [], remove: [] });

/** The learner's draft claim. Rows are locked while it changes, so devices take turns. */
@Injectable()
export class CartService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly inputs: DecisionInputsService,
    private readonly runner: WorkflowRunner,
    private readonly sources: CartSources,
    private readonly faults: PluginFaultLog,
  ) {}

  async read(context: LearnerContext): Promise<CartDto> {
    return this.database.transaction(context, async (manager) =>
      this.show(context, await this.inputs.load(manager, context, this.clock.now())),
    );
  }

  /** The cart of inputs that were loaded already, e.g. to answer a submission that came too late. */
  show(context: LearnerContext, inputs: DecisionInputs): CartDto {
    return this.view(context, inputs, this.decide(inputs));
  }

  private decide(inputs: DecisionInputs): DraftDecision {
    const { context: about, lines } = inputs.asDraft();
    return this.runner.decideDraft(inputs.workflow, about, lines);
  }

  private view(context: LearnerContext, inputs: DecisionInputs, decision: DraftDecision): CartDto {
    const { context: about, lines: drafted } = inputs.asDraft();
    const { draft, inForce } = inputs;
    // Of what was submitted the lines are as they were attested.
    const lines = draft === null && inForce !== null ? inputs.asSubmitted(inForce).lines : drafted;
    this.faults.note(context, decision.faults);
    return cartView(inputs, lines, decision, this.noticeOf(inputs, about));
  }

  /**
   * Adds an offering, one line for each credit type the learner may claim. Adding it again changes nothing.
   *
   * @throws DomainError `not_found` for an offering of another activity; `offering.not_allowed` with every reason
   *   in `extra.denials`; `claim.already_submitted` when what was submitted can no longer be amended.
   */
  async add(context: LearnerContext, offeringId: string): Promise<CartDto> {
    return this.edit(context, (inputs) => {
      const offering = inputs.programme.offering(offeringId);
      if (offering === undefined) throw new DomainError('not_found', { detail: 'There is no such session.' });
      refuseWhereEarned(inputs);
      if (isInCart(inputs, offeringId)) return NOTHING;
      return { add: linesFor(inputs, offering, 'learner'), remove: [], mustBeAllowed: offering };
    });
  }

  /**
   * Removes an offering; removing one that is not in the cart changes nothing.
   *
   * @throws DomainError `not_found` for an offering of another activity
   */
  async remove(context: LearnerContext, offeringId: string): Promise<CartDto> {
    return this.edit(context, (inputs) => {
      if (isInCart(inputs, offeringId)) return { add: [], remove: [offeringId] };
      if (inputs.programme.offering(offeringId) === undefined)
        throw new DomainError('not_found', { detail: 'There is no such session.' });
      return NOTHING;
    });
  }

  /** What the learner can add with one press: the itinerary, and evidence that the workflow's plugins import. */
  async listSources(context: LearnerContext): Promise<CartSourceDto[]> {
    return this.database.transaction(context, async (manager) =>
      this.sources.list(await this.inputs.load(manager, context, this.clock.now())),
    );
  }

  /**
   * Adds every offering of a source that may be added, and says of the others why not.
   *
   * @throws DomainError `not_found` for a source that this activity does not have.
   */
  async addFrom(context: LearnerContext, kind: string): Promise<AddResultDto> {
    const result: Omit<AddResultDto, 'cart'> = { added: [], alreadyThere: [], leftOut: [] };
    const cart = await this.edit(context, (inputs) => {
      const source = this.sources.list(inputs).find((one) => one.kind === kind);
      if (source === undefined)
        throw new DomainError('not_found', { detail: 'Sessions cannot be added from there.' });
      refuseWhereEarned(inputs);
      // The work may run again after the row was locked; only the last run counts.
      Object.assign(result, { added: [], alreadyThere: [], leftOut: [] });
      const offerings = source.offeringIds.flatMap((id) => inputs.programme.offering(id) ?? []);
      const decisions = new Map(
        this.decideOffers(context, inputs, offerings).map((decision) => [decision.offeringId, decision]),
      );
      const add: StoredLine[] = [];
      for (const offering of offerings) {
        const { id, title } = offering;
        const decision = decisions.get(id);
        if (isInCart(inputs, id)) {
          result.alreadyThere.push(id);
        } else if (decision?.allowed === true) {
          result.added.push(id);
          add.push(...linesFor(inputs, offering, kind));
        } else {
          result.leftOut.push({ offeringId: id, title, reasons: (decision?.denials ?? []).map(sentenceOf) });
        }
      }
      return { add, remove: [] };
    });
    return { ...result, cart };
  }

  /** Gives up the draft: an amendment leaves the claim in force as it is, a first draft is emptied. */
  async giveUp(context: LearnerContext): Promise<CartDto> {
    return this.database.transaction(context, async (manager) => {
      const now = this.clock.now();
      const { draft } = await this.inputs.load(manager, context, now, 'draft');
      if (draft !== null) await deleteDraft(manager, context, draft);
      return this.show(context, await this.inputs.load(manager, context, now));
    });
  }

  private async edit(context: LearnerContext, plan: (inputs: DecisionInputs) => CartEdit): Promise<CartDto> {
    return this.database.transaction(context, async (manager) => {
      const now = this.clock.now();
      let inputs = await this.inputs.load(manager, context, now, 'draft');
      let edit = plan(inputs);
      if (isNothing(edit)) return this.show(context, inputs);
      if (inputs.draft === null) {
        await lockRegistrations(manager, context);
        inputs = await this.inputs.load(manager, context, now, 'draft');
        edit = plan(inputs);
        if (isNothing(edit)) return this.show(context, inputs);
      }
      const after = inputs.withLines(edited(inputs.draft?.lines ?? [], edit));
      const decision = after === null ? null : this.decide(after);
      if (edit.mustBeAllowed !== undefined) {
        this.refuseDenied(context, inputs, edit.mustBeAllowed, decision);
      }
      if (!changesLines(edit)) return this.show(context, inputs);
      const write = this.writing(context, inputs, edit);
      if (after !== null && decision !== null) {
        const cart = this.view(context, after, decision);
        return lastly(write, () => cart);
      }
      await queryBound(manager, write);
      return this.show(context, await this.withoutIdleAmendment(manager, context, now));
    });
  }

  /** What there is now; an amendment that would change nothing is given up, so that nobody submits it again. */
  private async withoutIdleAmendment(
    manager: EntityManager,
    context: LearnerContext,
    now: Temporal.Instant,
  ): Promise<DecisionInputs> {
    const inputs = await this.inputs.load(manager, context, now);
    const { draft } = inputs;
    if (draft === null || !hasSameLines(inputs) || !claimsTheSame(inputs, this.decide(inputs))) return inputs;
    await deleteDraft(manager, context, draft);
    return this.inputs.load(manager, context, now);
  }

  /** @param draft the decision about the cart with this offering in it, where there is one already */
  private refuseDenied(
    context: LearnerContext,
    inputs: DecisionInputs,
    offering: OfferingView,
    draft: DraftDecision | null,
  ): void {
    const decision =
      draft?.offers.find(({ offeringId }) => offeringId === offering.id) ??
      this.decideOffers(context, inputs, [offering])[0];
    if (decision?.allowed === true) return;
    const denials = (decision?.denials ?? []).map(sentenceOf);
    const detail = denials.map(({ text }) => text).join(' ');
    throw new DomainError('offering.not_allowed', { detail, extra: { denials } });
  }

  private writing(context: LearnerContext, inputs: DecisionInputs, edit: DraftEdit): BoundStatement {
    const { draft, inForce, creditTypes } = inputs;
    if (inForce === null) {
      return draft === null ? insertDraft(context, null, edit.add) : updateDraft(context, draft, edit);
    }
    const after = this.decideLines(inputs, edited((draft ?? inForce).lines, edit));
    const kept = keptTotals(inForce, after, creditTypes);
    if (draft === null) {
      refuseHopelessAmendment(after);
      return insertDraft(context, inForce.id, edited(inForce.lines, edit), kept);
    }
    const keptBefore = keptTotals(inForce, this.decide(inputs), creditTypes);
    return updateDraft(context, draft, edit, chosenAfter(draft.chosen, keptBefore, kept));
  }

  private decideLines(inputs: DecisionInputs, lines: readonly StoredLine[]): DraftDecision {
    const { context: about, lines: views } = inputs.asDraft(lines);
    return this.runner.decideDraft(inputs.workflow, about, views);
  }

  /** What the society did to the claim since it was submitted, in words. */
  private noticeOf(inputs: DecisionInputs, about: DecisionContext): SentenceDto | null {
    const reopenedAt = inputs.inForce?.reopenedAt?.toString();
    const revokedAt = inputs.revokedAt?.toString();
    const note = (code: HostCode, facts: Facts): SentenceDto =>
      sentenceOf(
        this.runner.noteOnClaim(inputs.workflow, about, { stage: 'require', outcome: 'met', code, facts }),
      );
    if (reopenedAt !== undefined) return note('host.reopened', { reopenedAt });
    return revokedAt === undefined ? null : note('host.revoked', { revokedAt });
  }

  private decideOffers(
    context: LearnerContext,
    inputs: DecisionInputs,
    offerings: readonly OfferingView[],
  ): readonly OfferDecision[] {
    const { offers, faults } = this.runner.decideOffers(inputs.workflow, inputs.asDraft().context, offerings);
    this.faults.note(context, faults);
    return offers;
  }
}

/** The lines in the order in which the database will give them: those added at once by offering and credit type. */
const edited = (lines: readonly StoredLine[], { add, remove }: DraftEdit): StoredLine[] => [
  ...lines.filter(({ offeringId }) => !remove.includes(offeringId)),
  ...add.toSorted(
    (one, other) => compare(one.offeringId, other.offeringId) || compare(one.creditType, other.creditType),
  ),
];

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const changesLines = ({ add, remove }: DraftEdit): boolean => add.length > 0 || remove.length > 0;

const isNothing = (edit: CartEdit): boolean => !changesLines(edit) && edit.mustBeAllowed === undefined;

/**
 * An amendment is not begun when something stands against submitting it that the learner cannot mend, such as
 * a claim window that has closed: what was submitted would look undone.
 */
const refuseHopelessAmendment = ({ requirements }: DraftDecision): void => {
  const hopeless = requirements.find(({ state, action }) => state === 'unmet' && action === undefined);
  if (hopeless === undefined) return;
  const { text, remedy } = sentenceOf(hopeless.entry);
  throw new DomainError('claim.already_submitted', {
    detail: [`This claim has been submitted. ${text}`, remedy].filter(Boolean).join(' '),
  });
};

/** Where credit is earned by completions it is selected from what was earned, with an amount. */
const refuseWhereEarned = ({ isEarned }: DecisionInputs): void => {
  if (!isEarned) return;
  throw new DomainError('offering.not_allowed', {
    detail: 'Credit is earned by completing topics here. Select it from what you have earned.',
    extra: { denials: [] },
  });
};

/** In the draft; or, when there is none, in the claim in force. */
const isInCart = ({ draft, inForce }: DecisionInputs, offeringId: string): boolean =>
  (draft ?? inForce)?.lines.some((line) => line.offeringId === offeringId) ?? false;

/** One line for each credit type of the offering that the learner's profession may be awarded. */
const linesFor = (inputs: DecisionInputs, offering: OfferingView, addedFrom: string): StoredLine[] => {
  const types = new Map(inputs.creditTypes.map((type) => [type.key, type]));
  return offering.credits.flatMap(({ creditType, amount }) => {
    const type = types.get(creditType);
    return type !== undefined && amount > 0 && isAwardedTo(type, inputs.learner.profession)
      ? { offeringId: offering.id, creditType, amount, addedFrom }
      : [];
  });
};
