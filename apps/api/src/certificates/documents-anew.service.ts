import { Injectable } from '@nestjs/common';
import type { CertificateData } from '@laurel/certificate-renderer';
import type { EntityManager } from 'typeorm';
import { isSameJson } from '../database/same-json.js';
import { DomainError } from '../problem/domain-error.js';
import type { ClaimantContext } from '../tenancy/tenant-context.js';
import { claimedRecord, type StoredClaim } from '../workflow/inputs/claim-rows.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';
import type { DecidedDocument, DocumentsDecision } from '../workflow/workflow.types.js';
import { givenWithoutAsking } from './automatic-issuing.service.js';
import { certificateContent } from './certificate-content.js';
import { findPending, markWithdrawn } from './certificate-issue.rows.js';
import { certificatesOfClaim, newestOfDocuments, type CertificateRow } from './certificate-rows.js';
import { DocumentRequestsService } from './document-requests.service.js';
import { reasonsAgainst } from './document-views.js';
import type { DocumentChangeDto, DocumentChangeKind } from './dto/document-change.dto.js';
import { IssuingService } from './issuing.service.js';
import { givenBefore } from './reissuing.service.js';

/** A document of a claim that is decided by another workflow than before. */
interface Planned {
  readonly view: DocumentChangeDto;
  readonly document: DecidedDocument | undefined;
  readonly certificate: CertificateRow | undefined;
  readonly given: Readonly<Record<string, string>> | null;
}

export interface DocumentsPlan {
  readonly decision: DocumentsDecision;
  readonly changes: readonly Planned[];
}

/** Decides the documents of a submitted claim by the workflow that stands now, where its rules were mistaken. */
@Injectable()
export class DocumentsAnew {
  constructor(
    private readonly runner: WorkflowRunner,
    private readonly issuing: IssuingService,
    private readonly requests: DocumentRequestsService,
  ) {}

  /**
   * What would become of each document. Lines and credit stay as they were attested. Writes nothing.
   *
   * @throws DomainError `documents.undecided` while a step fails
   */
  async plan(
    manager: EntityManager,
    context: ClaimantContext,
    inputs: DecisionInputs,
    claim: StoredClaim,
  ): Promise<DocumentsPlan> {
    const { workflow, context: about, lines } = inputs.asSubmitted(claim);
    const claimed = claimedRecord(claim.credits);
    const before = this.runner.decideDocuments(workflow, about, lines, claimed);
    const decision = this.runner.decideDocuments(inputs.workflow, about, lines, claimed);
    if (decision.isHeld) throw undecided(decision);
    const rows = newestOfDocuments(await certificatesOfClaim(manager, context, claim.id));
    const standing = rows.filter(({ state }) => state !== 'revoked');
    const keys = new Set([
      ...decision.documents.map(({ offer }) => offer.key),
      ...before.documents.map(({ offer }) => offer.key),
      ...standing.map(({ documentKey }) => documentKey),
    ]);
    const changes: Planned[] = [];
    for (const key of keys) {
      const document = decision.documents.find(({ offer }) => offer.key === key);
      const certificate = standing.find(({ documentKey }) => documentKey === key);
      const known = before.documents.find(({ offer }) => offer.key === key);
      changes.push(
        await this.planOne(manager, context, { inputs, claim, decision, document, certificate, known }),
      );
    }
    return { decision, changes };
  }

  /** Brings the claim's certificates to the plan. What is replaced is superseded as soon as the new one is printed. */
  async apply(
    manager: EntityManager,
    context: ClaimantContext,
    inputs: DecisionInputs,
    claim: StoredClaim,
    { changes }: DocumentsPlan,
  ): Promise<void> {
    const ended: string[] = [];
    for (const { view, document, certificate, given } of changes) {
      // What was never printed has nothing to supersede it.
      const isPrinted = certificate?.state === 'issued';
      if (
        certificate !== undefined &&
        (view.change === 'withdrawn' || (view.change === 'replaced' && !isPrinted))
      ) {
        ended.push(certificate.id);
      }
      const isMade = view.change === 'replaced' || (view.change === 'added' && inputs.isEarned);
      if (!isMade || document === undefined || given === null) continue;
      await this.issuing.issue(manager, context, {
        ...{ inputs, claim, document, given },
        supersedes: isPrinted ? certificate : null,
        because: 'decided-anew',
      });
    }
    const neverMade = await markWithdrawn(manager, context, ended, inputs.now);
    await this.requests.withdraw(manager, context, neverMade);
  }

  private async planOne(
    manager: EntityManager,
    context: ClaimantContext,
    about: {
      readonly inputs: DecisionInputs;
      readonly claim: StoredClaim;
      readonly decision: DocumentsDecision;
      readonly document: DecidedDocument | undefined;
      readonly certificate: CertificateRow | undefined;
      readonly known: DecidedDocument | undefined;
    },
  ): Promise<Planned> {
    const { inputs, claim, decision, document, certificate, known } = about;
    const reasons = document === undefined ? [] : reasonsAgainst(inputs, document, decision);
    const offer = reasons.length === 0 ? document?.offer : undefined;
    const planned = (
      change: DocumentChangeKind,
      differences: string[] = [],
      given: Planned['given'] = null,
    ) => ({
      ...{ document, certificate, given },
      view: {
        documentKey: (document ?? known)?.offer.key ?? certificate?.documentKey ?? '',
        title: (document ?? known)?.offer.title ?? certificate?.title ?? '',
        ...{ change, differences, reasons: change === 'withdrawn' ? reasons : [] },
        certificateNumber: certificate?.number ?? null,
      },
    });
    if (certificate === undefined || document === undefined || offer === undefined) {
      const was = certificate !== undefined || known?.offer.availability.available === true;
      if (offer === undefined) return planned(was ? 'withdrawn' : 'unchanged');
      return planned(was ? 'unchanged' : 'added', [], givenWithoutAsking(inputs, offer));
    }
    const given = givenBefore(certificate, inputs, offer);
    // The learner has to be asked for more: they make it again themselves.
    if (given === null) return planned('withdrawn', ['what the learner is asked for']);
    const printed = await findPending(manager, context, certificate.id);
    if (printed === null) throw new Error(`The certificate ${certificate.id} is gone`);
    const { lines } = inputs.asSubmitted(claim);
    const content = certificateContent(
      { inputs, offer, lines, claimed: claimedRecord(claim.credits), given },
      {
        number: printed.data.number,
        verificationCode: printed.data.verificationCode,
        verificationUrl: printed.data.verificationUrl,
        issuedOn: inputs.now.toZonedDateTimeISO(inputs.timeZone).toPlainDate(),
        supersedes: printed.data.supersedes ?? null,
      },
    );
    const differences = differencesOf(printed.data, content);
    if (printed.templateKey !== offer.template) differences.push('design');
    return differences.length === 0 ? planned('unchanged') : planned('replaced', differences, given);
  }
}

const undecided = ({ faults }: DocumentsDecision): DomainError =>
  new DomainError('documents.undecided', {
    faults: faults.map(({ plugin, detail }) => ({
      field: plugin,
      code: 'plugin.failed',
      message: `The step "${plugin}" failed: ${detail}`,
    })),
  });

/** What people call the parts of a certificate; what is its own in each copy is not compared. */
const PARTS: Readonly<Partial<Record<keyof CertificateData, string>>> = {
  language: 'language',
  title: 'title',
  documentKind: 'kind',
  learner: 'name',
  provider: 'society',
  activity: 'activity',
  credits: 'credits',
  statements: 'statements',
  signatures: 'signatures',
  sessions: 'sessions',
  listTitle: 'sessions',
  sessionsNote: 'sessions',
  parts: 'courses',
};

const differencesOf = (before: CertificateData, after: CertificateData): string[] => {
  const differing = Object.entries(PARTS).flatMap(([key, part]) =>
    isSameJson(Reflect.get(before, key), Reflect.get(after, key)) ? [] : part,
  );
  return [...new Set(differing)];
};
