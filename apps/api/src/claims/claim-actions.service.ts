import { Injectable } from '@nestjs/common';
import { claimStateAfter, nextClaimState, type ClaimVerb } from '@laurel/credit';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { AutomaticIssuingService } from '../certificates/automatic-issuing.service.js';
import { ReissuingService } from '../certificates/reissuing.service.js';
import { RevokingService } from '../certificates/revoking.service.js';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import { ReportsService } from '../reporting/reports.service.js';
import type { ClaimantContext, TenantContext } from '../tenancy/tenant-context.js';
import type { StoredClaim } from '../workflow/inputs/claim-rows.js';
import { DecisionInputsService } from '../workflow/inputs/decision-inputs.service.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import { PluginFaultLog } from '../workflow/decisions/plugin-fault-log.js';
import { WorkflowRunner, type ClaimNote } from '../workflow/workflow-runner.js';
import type { DraftDecision, TrailRecord } from '../workflow/workflow.types.js';
import { consequencesOf, heldFaults, type ClaimConsequences } from './claim-consequences.js';
import { creditAnew } from './credit-anew.js';
import type { HeldFault } from './claim.entity.js';
import { stillHeld } from './held-words.js';
import {
  findClaimant,
  findEndingWith,
  findHeldFaults,
  keepHeldFaults,
  lockDrafts,
  markReleased,
  markReopened,
  markRevoked,
  writeTrail,
} from './staff-claim-rows.js';
import { readTrail } from './submission-rows.js';

/** A claim in force that somebody of the society acts on, locked. */
interface Subject {
  readonly claimant: ClaimantContext;
  readonly inputs: DecisionInputs;
  readonly claim: StoredClaim;
}

/** The stages that decide what follows from a claim, and those that decide what it comes to. */
const CONSEQUENT = ['certify', 'report'] as const;
const DECISIVE = ['offer', 'award', 'require'] as const;

/** What a step could not say of the credit itself; what was attested then is more than it may be. */
const isAboutCredit = ({ stage }: HeldFault): boolean => stage === 'award';

/** What people of the society, and the operator for them, do to a claim after its submission; each with a reason. */
@Injectable()
export class ClaimActionsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly inputs: DecisionInputsService,
    private readonly runner: WorkflowRunner,
    private readonly issuing: AutomaticIssuingService,
    private readonly reissuing: ReissuingService,
    private readonly revoking: RevokingService,
    private readonly reports: ReportsService,
    private readonly faults: PluginFaultLog,
    private readonly audit: AuditService,
  ) {}

  /**
   * Lets a held claim stand. What the learner attested stays as it is, unless a step could not say what it takes
   * off: then the credit is worked out anew and never becomes more. Documents and reports are decided anew by the
   * workflow in force now. While a plugin still fails there, the claim stays held.
   *
   * @param reason 3 to 500 characters, for the society's own records
   * @throws DomainError `not_found`; `claim.not_held`; `claim.not_in_force`; `claim.still_held`, which says what fails
   */
  async release(context: TenantContext, claimId: string, reason: string): Promise<void> {
    const standing = await this.database.transaction(context, async (manager) => {
      const subject = await this.find(manager, context, claimId);
      if (nextClaimState(subject.claim.state, 'release') === null) throw new DomainError('claim.not_held');
      return this.releaseOnce(manager, context, subject, reason);
    });
    // That it was tried is kept; only now may the refusal be thrown.
    if (standing.length > 0) throw stillHeld(standing);
  }

  /**
   * Ends a claim in force, its certificates, and the reports that were not delivered yet. The learner may claim anew.
   *
   * @throws DomainError `not_found`; `claim.not_in_force`
   */
  async revoke(context: TenantContext, claimId: string, reason: string): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      const subject = await this.find(manager, context, claimId, lockDrafts);
      const { inputs, claim } = subject;
      const ending = await findEndingWith(manager, context, claimId);
      await markRevoked(manager, context, claimId, claimStateAfter('revoke'), inputs.now);
      await this.revoking.revoke(manager, context, ending, inputs.now);
      await this.reports.withdraw(manager, context, ending);
      const facts = { revokedAt: inputs.now.toString() };
      await this.note(manager, subject, {
        stage: 'certify',
        outcome: 'unavailable',
        code: 'host.revoked',
        facts,
      });
      await this.record(manager, context, claim, 'revoke', reason);
    });
  }

  /**
   * Opens a claim again for its learner; it stays in force meanwhile. What that allows is a plugin's business.
   *
   * @throws DomainError `not_found`; `claim.not_in_force`
   */
  async reopen(context: TenantContext, claimId: string, reason: string): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      const subject = await this.find(manager, context, claimId);
      const { now } = subject.inputs;
      await markReopened(manager, context, claimId, reason, now);
      const facts = { reopenedAt: now.toString() };
      await this.note(manager, subject, { stage: 'require', outcome: 'met', code: 'host.reopened', facts });
      await this.record(manager, context, subject.claim, 'reopen', reason);
    });
  }

  /** Answers what still fails; nothing when the claim was released. */
  private async releaseOnce(
    manager: EntityManager,
    context: TenantContext,
    subject: Subject,
    reason: string,
  ): Promise<HeldFault[]> {
    const { inputs } = subject;
    const attested: StoredClaim = { ...subject.claim, state: 'submitted', heldReason: null };
    const open = (await findHeldFaults(manager, context, attested.id)).filter(isAboutCredit);
    const anew = open.length > 0 ? creditAnew(this.runner, inputs.after(attested), attested) : null;
    const claim = anew?.claim ?? attested;
    const after = inputs.after(claim);
    const consequences = consequencesOf(this.runner, after, claim);
    const faults = [...(anew?.decision.faults ?? []), ...consequences.faults];
    this.faults.note(context, faults);
    if (anew?.decision.isHeld === true || consequences.isHeld) {
      const standing = heldFaults(faults);
      // Until it is released, the credit stays to be worked out anew, whatever else stands against it meanwhile.
      const kept = standing.some(isAboutCredit) ? standing : [...standing, ...open];
      await keepHeldFaults(manager, context, claim.id, kept);
      await this.audit.record(manager, context, {
        action: 'claim.release_failed',
        subjectId: claim.id,
        details: { faults: standing },
        reason,
      });
      return standing;
    }
    const { revision } = inputs.workflow;
    await markReleased(manager, context, claim, claimStateAfter('release'), revision);
    await this.follow(manager, { ...subject, inputs: after, claim }, consequences, anew?.decision ?? null);
    await this.record(manager, context, subject.claim, 'release', reason);
    return [];
  }

  /** What a submission does that is not held: the trail, reports, and the documents of an amended claim anew. */
  private async follow(
    manager: EntityManager,
    subject: Subject,
    { documents, reports }: ClaimConsequences,
    credit: DraftDecision | null,
  ): Promise<void> {
    const { claimant, inputs, claim } = subject;
    const facts = { releasedAt: inputs.now.toString() };
    const decided = [...(credit?.trail ?? []), ...documents.trail, ...reports.trail];
    const again = new Set<string>(credit === null ? CONSEQUENT : [...CONSEQUENT, ...DECISIVE]);
    await this.note(
      manager,
      subject,
      { stage: 'certify', outcome: 'met', code: 'host.released', facts },
      (trail) => [
        // What the society did to the claim stays told.
        ...trail.filter(({ stage, reason }) => !again.has(stage) || reason.code === 'host.reopened'),
        ...decided.map((entry) => entry.toJSON()),
      ],
    );
    const drafted = this.reports.drafted(reports);
    if (claim.amendsClaimId !== null) await this.reports.overtake(manager, claimant, claim.id, drafted);
    await this.reports.add(manager, claimant, claim.id, drafted);
    const submission = { inputs, claim, decision: documents };
    if (inputs.isEarned) await this.issuing.issueAvailable(manager, claimant, submission);
    else if (claim.amendsClaimId !== null) await this.reissuing.reissue(manager, claimant, submission);
  }

  private async find(
    manager: EntityManager,
    context: TenantContext,
    claimId: string,
    lock?: (manager: EntityManager, claimant: ClaimantContext) => Promise<void>,
  ): Promise<Subject> {
    const claimant = await findClaimant(manager, context, claimId);
    if (claimant === null) throw new DomainError('not_found', { detail: 'There is no such claim.' });
    await lock?.(manager, claimant);
    const inputs = await this.inputs.load(manager, claimant, this.clock.now(), 'in-force', claimId);
    const claim = inputs.inForce;
    if (claim === null) throw new DomainError('claim.not_in_force');
    return { claimant, inputs, claim };
  }

  /** Adds the host's own word to the claim's decision trail. */
  private async note(
    manager: EntityManager,
    { claimant, inputs, claim }: Subject,
    note: ClaimNote,
    change: (trail: readonly TrailRecord[]) => readonly TrailRecord[] = (trail) => trail,
  ): Promise<void> {
    const { context: about } = inputs.asSubmitted(claim);
    const entry = this.runner.noteOnClaim(inputs.workflow, about, note).toJSON();
    const trail = await readTrail(manager, claimant, claim.id);
    await writeTrail(manager, claimant, claim.id, [...change(trail), entry]);
  }

  private async record(
    manager: EntityManager,
    context: TenantContext,
    { id, state }: StoredClaim,
    verb: Extract<ClaimVerb, 'release' | 'revoke'> | 'reopen',
    reason: string,
  ): Promise<void> {
    const action = { release: 'claim.released', revoke: 'claim.revoked', reopen: 'claim.reopened' }[verb];
    await this.audit.record(manager, context, { action, subjectId: id, details: { from: state }, reason });
  }
}
