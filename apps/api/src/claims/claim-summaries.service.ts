import { Injectable } from '@nestjs/common';
import { toDecimal } from '@laurel/credit';
import type { ClaimBasis } from '@laurel/plugin-kit';
import type { EntityManager } from 'typeorm';
import { Clock } from '../config/clock.js';
import { displayName } from '../learners/display-name.js';
import { DomainError } from '../problem/domain-error.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { DecisionInputsService } from '../workflow/inputs/decision-inputs.service.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import type { ClaimedCredit } from '../workflow/inputs/claim-rows.js';
import type { SentenceDto } from '../workflow/trail/sentence.dto.js';
import { sentenceOf } from '../workflow/trail/why-entry.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';
import type { TrailRecord } from '../workflow/workflow.types.js';
import { readTrail } from './submission-rows.js';
import { unitOfType } from './submitted-claim-view.js';

/** A learner's claim told to a person: what it is, what it comes to, and why. */
export interface ClaimSummary {
  readonly learner: {
    /** As the learner chose it. */
    readonly name: string;
    /** As the society registered the person. */
    readonly registeredName: string;
    readonly credentials: string;
    readonly badge: string | null;
    readonly email: string | null;
  };
  readonly activity: { readonly code: string; readonly title: string; readonly basis: ClaimBasis };
  /** IANA zone of the activity. */
  readonly timeZone: string;
  readonly claim: {
    readonly state: string;
    readonly submittedAt: Temporal.Instant | null;
    /** E.g. `12.5 AMA PRA Category 1 Credits™`. */
    readonly credits: readonly string[];
    readonly sessionCount: number;
  };
  /** Every decision that took something away, asked for something or failed. */
  readonly reasons: readonly SentenceDto[];
  readonly offering: SummarisedOffering | null;
}

export interface SummarisedOffering {
  readonly code: string;
  readonly title: string;
  readonly startsAt: Temporal.Instant | null;
  readonly isInClaim: boolean;
  /** Why it cannot be added; empty when it can. */
  readonly denials: readonly SentenceDto[];
}

interface SubmittedRow {
  readonly state: string;
  readonly credits: readonly ClaimedCredit[];
  readonly submitted_at: Date | null;
  readonly session_count: number;
}

/** Tells other features what there is to say about a learner's claim. */
@Injectable()
export class ClaimSummaries {
  constructor(
    private readonly clock: Clock,
    private readonly inputs: DecisionInputsService,
    private readonly runner: WorkflowRunner,
  ) {}

  /**
   * The claim named, or the one the learner works at: the draft, else the one in force.
   *
   * @throws DomainError `not_found` for a claim or an offering that is not the learner's or the activity's
   */
  async read(
    manager: EntityManager,
    context: LearnerContext,
    about: { readonly claimId: string | null; readonly offeringId: string | null },
  ): Promise<ClaimSummary> {
    const inputs = await this.inputs.load(manager, context, this.clock.now());
    const claimId = about.claimId ?? (inputs.draft === null ? (inputs.inForce?.id ?? null) : null);
    const told =
      claimId === null ? this.draft(inputs) : await this.submitted(manager, context, inputs, claimId);
    const { learner, activity, timeZone, email } = inputs;
    return {
      learner: {
        name: learner.displayName,
        registeredName: displayName(learner.firstName, learner.lastName),
        credentials: learner.credentials,
        badge: learner.badge,
        email,
      },
      activity: { code: activity.code, title: activity.title, basis: activity.basis },
      timeZone,
      ...told,
      offering: about.offeringId === null ? null : this.offering(inputs, about.offeringId),
    };
  }

  private draft(inputs: DecisionInputs): Pick<ClaimSummary, 'claim' | 'reasons'> {
    const { context, lines } = inputs.asDraft();
    const { totals, trail } = this.runner.decideDraft(inputs.workflow, context, lines);
    return {
      claim: {
        state: 'draft',
        submittedAt: null,
        credits: totals.map(({ creditType, computed }) => amountInWords(inputs, creditType, computed)),
        sessionCount: new Set(lines.map(({ offering }) => offering.id)).size,
      },
      reasons: reasonsOf(trail),
    };
  }

  private async submitted(
    manager: EntityManager,
    context: LearnerContext,
    inputs: DecisionInputs,
    claimId: string,
  ): Promise<Pick<ClaimSummary, 'claim' | 'reasons'>> {
    const [row] = await manager.query<SubmittedRow[]>(
      `select state, credits, submitted_at,
         (select count(distinct offering_id)::integer from claim_lines where tenant_id = $1 and claim_id = $2) as session_count
       from claims
       where tenant_id = $1 and id = $2 and activity_id = $3 and learner_id = $4 and state <> 'draft'`,
      [context.tenant.id, claimId, context.actor.activityId, context.actor.learnerId],
    );
    if (row === undefined) throw new DomainError('not_found', { detail: 'There is no such claim.' });
    const { submitted_at: submittedAt } = row;
    return {
      claim: {
        state: row.state,
        submittedAt:
          submittedAt === null ? null : Temporal.Instant.fromEpochMilliseconds(submittedAt.getTime()),
        credits: row.credits.map(({ creditType, claimed }) => amountInWords(inputs, creditType, claimed)),
        sessionCount: row.session_count,
      },
      reasons: reasonsOf(await readTrail(manager, context, claimId)),
    };
  }

  private offering(inputs: DecisionInputs, offeringId: string): SummarisedOffering {
    const offering = inputs.programme.offering(offeringId);
    if (offering === undefined) throw new DomainError('not_found', { detail: 'There is no such session.' });
    const { offers } = this.runner.decideOffers(inputs.workflow, inputs.asDraft().context, [offering]);
    const { code, title, startsAt } = offering;
    return {
      code,
      title,
      startsAt,
      isInClaim:
        (inputs.draft ?? inputs.inForce)?.lines.some((line) => line.offeringId === offeringId) ?? false,
      denials: offers.flatMap(({ denials }) => denials.map(sentenceOf)),
    };
  }
}

const amountInWords = ({ creditTypes }: DecisionInputs, creditType: string, amount: number): string => {
  const type = creditTypes.find(({ key }) => key === creditType);
  return `${toDecimal(amount)} ${unitOfType(type, amount) || creditType}`;
};

/** Nobody asks why something is allowed. */
const SILENT: ReadonlySet<TrailRecord['outcome']> = new Set(['allowed', 'available', 'promised', 'reported']);

/** The same sentence about several sessions is told once. */
const reasonsOf = (trail: readonly TrailRecord[]): SentenceDto[] => [
  ...new Map(
    trail
      .filter(({ outcome }) => !SILENT.has(outcome))
      .map((entry) => [`${entry.sentence} ${entry.remedy ?? ''}`, sentenceOf(entry)]),
  ).values(),
];
