import { deepFreeze, type ClaimView, type LineView } from '@laurel/plugin-kit';
import type { Programme } from '../../catalogue/programme/programme.js';
import {
  attestedLines,
  claimedRecord,
  claimView,
  draftLines,
  unbegunDraft,
  type StoredClaim,
  type StoredLine,
} from './claim-rows.js';
import {
  type ActivityRow,
  type CreditTypeRow,
  type EvaluationRow,
  type SocietyRow,
} from './decision-query.js';
import { evaluationViews } from './decision-views.js';
import type { DecisionContext, Workflow } from '../workflow.types.js';

/** A claim as the pure stages are asked about it. */
export interface ClaimSubject {
  readonly context: DecisionContext;
  /** Which decides: the one in force for a draft, the one it was decided by for a submitted claim. */
  readonly workflow: Workflow;
  readonly lines: readonly LineView[];
}

/** What was read for decisions about one learner at one activity. */
interface DecisionParts {
  readonly shared: Omit<DecisionContext, 'claim'>;
  /** The workflow in force. */
  readonly workflow: Workflow;
  /** The workflow that the claim in force was decided by. */
  readonly decidedBy: Workflow;
  /** The one that its documents were decided by, which is the same unless staff had them decided anew. */
  readonly documentsBy: Workflow;
  readonly programme: Programme;
  readonly activity: ActivityRow;
  readonly society: SocietyRow;
  readonly creditTypes: readonly CreditTypeRow[];
  readonly email: string | null;
  readonly templates: ReadonlyMap<string, number>;
  readonly claims: readonly StoredClaim[];
  /** When the learner's last claim was revoked, if ever. */
  readonly lastRevokedAt: Temporal.Instant | null;
  readonly evaluationRows: readonly EvaluationRow[];
}

/** Everything there is to decide about one learner at one activity, at one moment. */
export class DecisionInputs {
  readonly draft: StoredClaim | null;
  /**
   * The claim that counts: submitted, certified or held. Where credit is earned there are many, and this is the one
   * that was asked for, if any.
   */
  readonly inForce: StoredClaim | null;

  constructor(private readonly parts: DecisionParts) {
    this.draft = parts.claims.find(({ state }) => state === 'draft') ?? null;
    this.inForce = parts.claims.find(({ state }) => state !== 'draft') ?? null;
  }

  /** The workflow in force. */
  get workflow(): Workflow {
    return this.parts.workflow;
  }

  get programme(): Programme {
    return this.parts.programme;
  }

  get activity(): ActivityRow {
    return this.parts.activity;
  }

  get society(): SocietyRow {
    return this.parts.society;
  }

  get creditTypes(): readonly CreditTypeRow[] {
    return this.parts.creditTypes;
  }

  /** The learner's address, for answers to mails; `null` when the society knows none. */
  get email(): string | null {
    return this.parts.email;
  }

  /** The newest revision of each certificate template, by key. */
  get templates(): ReadonlyMap<string, number> {
    return this.parts.templates;
  }

  get learner(): DecisionContext['learner'] {
    return this.parts.shared.learner;
  }

  get evidence(): DecisionContext['evidence'] {
    return this.parts.shared.evidence;
  }

  get inputs(): DecisionContext['inputs'] {
    return this.parts.shared.inputs;
  }

  /** Whether credit accrues from completions, and is claimed again and again. */
  get isEarned(): boolean {
    return this.activity.basis === 'earned';
  }

  get now(): Temporal.Instant {
    return this.parts.shared.now;
  }

  /** What the rules of steps are told from. */
  get ruleSubject(): Pick<DecisionContext, 'tenant' | 'activity' | 'creditTypes'> {
    return this.parts.shared;
  }

  get timeZone(): string {
    return this.parts.shared.activity.timeZone;
  }

  /** The draft, or the one that the next added line would begin; `isAttested` as the learner submits it. */
  asDraft(lines = this.draft?.lines ?? this.inForce?.lines ?? [], isAttested = false): ClaimSubject {
    const claim = this.draft === null ? unbegunDraft(this.inForce) : claimView(this.draft, this.amended);
    return {
      workflow: this.workflow,
      context: this.about(isAttested ? Object.freeze({ ...claim, isAttested }) : claim),
      lines: draftLines(lines, this.programme, this.activity.basis),
    };
  }

  /** When the claim was revoked; `null` while another is in force. */
  get revokedAt(): Temporal.Instant | null {
    return this.inForce === null && !this.isEarned ? this.parts.lastRevokedAt : null;
  }

  /** The claim in force, when the draft is to take its place. */
  private get amended(): StoredClaim | null {
    return this.draft?.amendsClaimId === this.inForce?.id ? this.inForce : null;
  }

  /** What the `offer` stage is asked with about completions that no claim was begun for yet. */
  asEarned(earned: Pick<DecisionContext, 'evidence' | 'claimedBefore'>): DecisionContext {
    return Object.freeze({ ...this.asDraft().context, ...earned });
  }

  /** A submitted claim for its documents, with the lines as they were attested; a changed workflow changes nothing about it. */
  asSubmitted(claim: StoredClaim): ClaimSubject {
    const { workflow, documentsBy } = this.parts;
    const revision = claim.documentsRevision ?? claim.workflowRevision;
    return {
      workflow: revision === documentsBy.revision ? documentsBy : workflow,
      context: this.about(claimView(claim)),
      lines: attestedLines(claim.lines, this.programme),
    };
  }

  /** A submitted claim as the draft it was when it was submitted, with what was claimed as what was chosen. */
  asDecided(claim: StoredClaim): ClaimSubject {
    const { lines } = this.asSubmitted(claim);
    const { workflow, decidedBy } = this.parts;
    const view = claimView(claim);
    return {
      workflow: claim.workflowRevision === decidedBy.revision ? decidedBy : workflow,
      lines,
      context: this.about(
        Object.freeze({
          ...view,
          state: 'draft',
          submittedAt: null,
          isAttested: true,
          chosen: claimedRecord(claim.credits),
        }),
      ),
    };
  }

  /** The same inputs once the draft has become this claim in force. */
  after(claim: StoredClaim): DecisionInputs {
    const { workflow } = this;
    return new DecisionInputs({
      ...this.parts,
      decidedBy: workflow,
      documentsBy: workflow,
      claims: [claim],
      lastRevokedAt: null,
    });
  }

  /**
   * The same inputs once the draft has been written with these lines, which takes its revision one further; null
   * where that must be read anew: what was claimed before, and where credit is earned the evidence, is read for the
   * lines there are.
   */
  withLines(lines: readonly StoredLine[]): DecisionInputs | null {
    const { draft } = this;
    if (draft === null || this.inForce !== null || this.isEarned) return null;
    const claims = [deepFreeze({ ...draft, revision: draft.revision + 1, lines: [...lines] })];
    const { shared, evaluationRows } = this.parts;
    const evaluations = evaluationViews(evaluationRows, offeringsOf(claims));
    return new DecisionInputs({ ...this.parts, shared: { ...shared, evaluations }, claims });
  }

  private about(claim: ClaimView): DecisionContext {
    return Object.freeze({ ...this.parts.shared, claim });
  }
}

/** The offerings of these claims' lines. */
export const offeringsOf = (claims: readonly Pick<StoredClaim, 'lines'>[]): ReadonlySet<string> =>
  new Set(claims.flatMap(({ lines }) => lines.map(({ offeringId }) => offeringId)));
