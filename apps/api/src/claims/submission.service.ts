import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { AutomaticIssuingService } from '../certificates/automatic-issuing.service.js';
import type { CertificateViewDto } from '../certificates/dto/certificate-view.dto.js';
import { DocumentsService } from '../certificates/documents.service.js';
import { ReissuingService } from '../certificates/reissuing.service.js';
import { Clock } from '../config/clock.js';
import { type Lastly, lastly } from '../database/lastly.js';
import { queryBound } from '../database/prepared-statement.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import { ReportsService } from '../reporting/reports.service.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { type ClaimedCredit, type StoredClaim } from '../workflow/inputs/claim-rows.js';
import { DecisionInputsService } from '../workflow/inputs/decision-inputs.service.js';
import type { ClaimSubject, DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import { hostMessages } from '../workflow/trail/host-messages.js';
import { PluginFaultLog } from '../workflow/decisions/plugin-fault-log.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';
import type { DocumentsDecision, DraftDecision, ReportsDecision } from '../workflow/workflow.types.js';
import { boundAmendments } from './amendment-bound.js';
import { attestationOf, blockersOf, requirementView } from './cart-view.js';
import { CartService } from './cart.service.js';
import { consequencesOf, heldFaults } from './claim-consequences.js';
import type { HeldFault } from './claim.entity.js';
import { earnedLines } from './claimed-credit-rows.js';
import { chosenWith, claimedAmounts } from './claimed-amounts.js';
import type { SubmissionDto, SubmitClaimDto } from './dto/submit-claim.dto.js';
import { findAnswer, markAmended, submissionOf } from './submission-rows.js';
import { submittedClaimView } from './submitted-claim-view.js';

/** A draft that may be submitted, and what follows from it. */
interface DecidedSubmission {
  readonly decision: DraftDecision;
  readonly credits: ClaimedCredit[];
  readonly documents: DocumentsDecision;
  readonly reports: ReportsDecision;
  /** What it is held for. */
  readonly faults: readonly HeldFault[];
  /** The claim as it will stand. */
  readonly claim: StoredClaim;
}

/** Turns the draft into the learner's attestation, once. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly inputs: DecisionInputsService,
    private readonly runner: WorkflowRunner,
    private readonly carts: CartService,
    private readonly documents: DocumentsService,
    private readonly reissuing: ReissuingService,
    private readonly issuing: AutomaticIssuingService,
    private readonly reports: ReportsService,
    private readonly faults: PluginFaultLog,
  ) {}

  /**
   * Submits the draft: decides everything anew, and writes the claim, its decision trail, reports and jobs in one
   * transaction. The same key with the same request answers what it answered before, and does nothing; a refusal
   * is not kept, so the same key may be used to try again.
   *
   * @param key the `Idempotency-Key` the client chose
   * @throws DomainError `claim.changed` when the learner looked at another revision or a line can no longer be
   *   claimed, with `extra.cart`; `claim.requirements_unmet` with `extra.requirements`; `claim.already_submitted`;
   *   `claim.empty`; `claim.not_attested`; `claim.amount_too_high`; `idempotency.key_reused`
   */
  async submit(context: LearnerContext, key: string, request: SubmitClaimDto): Promise<SubmissionDto> {
    const requestHash = hashOf(context, request);
    try {
      return await this.database.transaction(context, (manager) =>
        this.submitOnce(manager, context, request, { key, requestHash }),
      );
    } catch (error) {
      // Whatever stands against submitting now, a request that was answered before gets its answer again.
      const isExpected = error instanceof DomainError || isKeyTaken(error) || isCreditTaken(error);
      if (!isExpected) throw error;
      const kept = await this.database.transaction(context, (manager) => findAnswer(manager, context, key));
      if (kept === null) throw isCreditTaken(error) ? await this.changed(context) : error;
      if (kept.requestHash !== requestHash) throw new DomainError('idempotency.key_reused');
      return kept.response;
    }
  }

  private async submitOnce(
    manager: EntityManager,
    context: LearnerContext,
    request: SubmitClaimDto,
    { key, requestHash }: { key: string; requestHash: string },
  ): Promise<SubmissionDto | Lastly<SubmissionDto>> {
    const inputs = await this.inputs.load(manager, context, this.clock.now(), 'draft');
    const { draft } = inputs;
    if (draft === null) throw this.nothingToSubmit(context, inputs);
    if (draft.revision !== request.revision) {
      throw new DomainError('claim.changed', { extra: { cart: this.carts.show(context, inputs) } });
    }
    if (!request.isAttested) throw new DomainError('claim.not_attested');
    const subject = inputs.asDraft(draft.lines, request.isAttested);
    const decided = this.runner.together(() =>
      this.decide(context, inputs, draft, subject, request.amounts ?? {}),
    );
    const { decision, credits, claim } = decided;
    const after = inputs.after(claim);
    const certificates = inputs.isEarned
      ? await this.issuing.issueAvailable(manager, context, {
          inputs: after,
          claim,
          decision: decided.documents,
        })
      : await this.amend(manager, context, after, decided);
    const documents = this.documents.present(after, { decision: decided.documents, certificates });
    const response: SubmissionDto = { claim: submittedClaimView(claim, inputs.creditTypes), documents };
    const reports = this.reports.drafted(decided.reports);
    if (claim.amendsClaimId !== null) await this.reports.overtake(manager, context, draft.id, reports);
    const writing = submissionOf(
      context,
      {
        claimId: draft.id,
        state: claim.state === 'held' ? 'held' : 'submitted',
        workflowRevision: inputs.workflow.revision,
        credits,
        heldReason: claim.heldReason,
        heldFaults: claim.state === 'held' ? decided.faults : [],
        attestation: attestationOf(decision.requirements),
        submittedAt: inputs.now,
        lines: subject.lines.map(({ offering, creditType, amount }) => ({
          offeringId: offering.id,
          creditType,
          amount,
        })),
        earned: earnedLines(inputs, subject.lines),
        trail: [...decision.trail, ...decided.documents.trail, ...decided.reports.trail].map((entry) =>
          entry.toJSON(),
        ),
        reports,
      },
      { key, requestHash, response },
    );
    if (reports.length === 0) return lastly(writing, () => response);
    await this.reports.enqueue(manager, context, await queryBound<{ id: string }>(manager, writing));
    return response;
  }

  /** Where credit is earned, a draft that is gone was submitted or emptied on another device. */
  private nothingToSubmit(context: LearnerContext, inputs: DecisionInputs): DomainError {
    if (inputs.inForce !== null) return new DomainError('claim.already_submitted');
    if (!inputs.isEarned) return new DomainError('claim.empty');
    return new DomainError('claim.changed', {
      detail: CLAIMED_ELSEWHERE,
      extra: { cart: this.carts.show(context, inputs) },
    });
  }

  /** Another claim has taken credit of this draft. */
  private async changed(context: LearnerContext): Promise<DomainError> {
    return new DomainError('claim.changed', {
      detail: CLAIMED_ELSEWHERE,
      extra: { cart: await this.carts.read(context) },
    });
  }

  /** Puts an amendment in the place of the claim in force, and makes its documents anew. */
  private async amend(
    manager: EntityManager,
    context: LearnerContext,
    inputs: DecisionInputs,
    { claim, documents }: DecidedSubmission,
  ): Promise<CertificateViewDto[]> {
    const { amendsClaimId } = claim;
    if (amendsClaimId === null) return [];
    await boundAmendments(manager, context, inputs.now);
    await markAmended(manager, context, amendsClaimId);
    const amendment = { inputs, claim, decision: documents };
    return this.reissuing.reissue(manager, context, amendment);
  }

  /** Decides the draft as if nothing had been shown before, and what follows from submitting it. */
  private decide(
    context: LearnerContext,
    inputs: DecisionInputs,
    draft: StoredClaim,
    { context: about, lines }: ClaimSubject,
    amounts: Readonly<Record<string, unknown>>,
  ): DecidedSubmission {
    if (lines.length === 0) throw new DomainError('claim.empty');
    const chosen = chosenWith(draft.chosen, amounts);
    const asChosen = Object.freeze({ ...about, claim: Object.freeze({ ...about.claim, chosen }) });
    const decision = this.runner.decideDraft(inputs.workflow, asChosen, lines);
    this.faults.note(context, decision.faults);
    this.refuseWhatIsUnmet(context, inputs, decision);
    const credits = claimedAmounts(decision.totals, inputs.creditTypes, amounts, draft.chosen);
    const submitted: StoredClaim = {
      ...draft,
      state: 'submitted',
      submittedAt: inputs.now,
      credits,
      chosen,
      lines: attested(lines, draft),
    };
    const { documents, reports, faults, ...after } = consequencesOf(this.runner, inputs, submitted);
    this.faults.note(context, faults);
    const isHeld = decision.isHeld || after.isHeld;
    return {
      decision,
      credits,
      documents,
      claim: isHeld ? { ...submitted, state: 'held', heldReason: HELD } : submitted,
      faults: heldFaults([...decision.faults, ...faults]),
      // What is held is reported when a person releases it: it is decided anew then.
      reports: isHeld ? { ...reports, reports: [] } : reports,
    };
  }

  private refuseWhatIsUnmet(context: LearnerContext, inputs: DecisionInputs, decision: DraftDecision): void {
    const blockers = blockersOf(inputs, decision);
    if (blockers.length === 0) return;
    const isAboutSessionsOnly = decision.requirements.every(
      ({ state, action }) => state !== 'unmet' || action?.kind === 'sessions',
    );
    if (isAboutSessionsOnly && inputs.activity.isOpen && decision.offers.some(({ allowed }) => !allowed)) {
      throw new DomainError('claim.changed', {
        detail:
          'Something in your claim can no longer be claimed; its card says why. Remove it, look at the total, and submit again.',
        extra: { cart: this.carts.show(context, inputs) },
      });
    }
    throw new DomainError('claim.requirements_unmet', {
      detail: blockers.map(({ text, remedy }) => [text, remedy].filter(Boolean).join(' ')).join(' '),
      extra: {
        requirements: decision.requirements.map((requirement) => requirementView(requirement, inputs)),
      },
    });
  }
}

const CLAIMED_ELSEWHERE =
  'Some of what you selected has been claimed already, perhaps on another device. Look at what you have claimed, and select what is left.';

/** Shown instead of the plugin's name and fault, which are for staff. */
const HELD = `${hostMessages['host.held'].text} ${hostMessages['host.held'].remedy}`;

/** The draft's lines with the amounts that were decided. */
const attested = (lines: ClaimSubject['lines'], draft: StoredClaim): StoredClaim['lines'] =>
  lines.map(({ offering, creditType, amount }, index) => ({
    offeringId: offering.id,
    creditType,
    amount,
    addedFrom: draft.lines[index]?.addedFrom ?? 'learner',
  }));

const hashOf = (context: LearnerContext, { revision, isAttested, amounts }: SubmitClaimDto): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        context.actor.activityId,
        revision,
        isAttested,
        Object.entries(amounts ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
      ]),
    )
    .digest('hex');

/** Another claim took the same earned credit in the very same moment. */
const isCreditTaken = (error: unknown): boolean =>
  error instanceof QueryFailedError && Reflect.get(error.driverError, 'constraint') === 'pk_claimed_credits';

/** The key was used before, or another claim took its place in the very same moment. */
const isKeyTaken = (error: unknown): boolean =>
  error instanceof QueryFailedError && Reflect.get(error.driverError, 'constraint') === 'pk_idempotency_keys';
