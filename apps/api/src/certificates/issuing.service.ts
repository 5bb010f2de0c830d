import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { JobQueue } from '../jobs/job-queue.js';
import type { ClaimantContext, TenantContext } from '../tenancy/tenant-context.js';
import { claimedRecord, type StoredClaim } from '../workflow/inputs/claim-rows.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import type { DecidedDocument } from '../workflow/workflow.types.js';
import { certificateContent } from './certificate-content.js';
import { insertCertificate, nextNumber, type CertificateRow } from './certificate-rows.js';
import type { ReplacementReason } from './certificate.entity.js';
import { CertificateViews } from './certificate-view.js';
import { DocumentRequestsService } from './document-requests.service.js';
import { createVerificationCode } from './verification-code.js';

/** The job that prints a certificate and issues it. */
export const ISSUE_CERTIFICATE = 'certificate.issue';

/** A certificate about to be made; nothing speaks against it, see `reasonsAgainst`. */
export interface Issue {
  readonly inputs: DecisionInputs;
  /** The submitted claim. */
  readonly claim: StoredClaim;
  readonly document: DecidedDocument;
  /** What the learner gave for this document, by input key. */
  readonly given: Readonly<Record<string, string>>;
  readonly supersedes: Pick<CertificateRow, 'id' | 'number'> | null;
  /** Why it takes that one's place; because the claim was amended where nothing is said. */
  readonly because?: ReplacementReason;
}

/** Makes certificates: the row with everything it will say, and the job that prints it, in one transaction. */
@Injectable()
export class IssuingService {
  constructor(
    private readonly jobs: JobQueue,
    private readonly views: CertificateViews,
    private readonly requests: DocumentRequestsService,
  ) {}

  /** Numbers the certificate, freezes what it says, and enqueues its printing. Answers its id. */
  async issue(manager: EntityManager, context: ClaimantContext, issue: Issue): Promise<string> {
    const { inputs, claim, document, supersedes, given, because = 'amended' } = issue;
    const { offer } = document;
    const templateRevision = inputs.templates.get(offer.template);
    if (templateRevision === undefined) throw new Error(`There is no template "${offer.template}"`);
    const id = uuid();
    const verificationCode = createVerificationCode();
    const number = await this.nextNumber(manager, context, inputs.activity.code);
    const { lines } = inputs.asSubmitted(claim);
    const subject = { inputs, offer, lines, claimed: claimedRecord(claim.credits), given };
    const data = certificateContent(subject, {
      number,
      verificationCode,
      verificationUrl: this.views.verificationUrl(context, verificationCode),
      issuedOn: inputs.now.toZonedDateTimeISO(inputs.timeZone).toPlainDate(),
      supersedes: supersedes?.number ?? null,
    });
    await insertCertificate(manager, context, {
      id,
      claimId: claim.id,
      activityId: inputs.activity.id,
      learnerId: context.actor.learnerId,
      documentKey: offer.key,
      title: offer.title,
      number,
      verificationCode,
      data,
      templateKey: offer.template,
      templateRevision,
      supersedesId: supersedes?.id ?? null,
      replacesBecause: supersedes === null ? null : because,
      createdAt: inputs.now,
    });
    if (offer.request !== undefined) {
      const { mailTo, subject } = offer.request;
      const promise = document.promise?.sentence ?? '';
      await this.requests.record(manager, context, {
        certificateId: id,
        inputs: given,
        mailTo,
        subject,
        promise,
      });
    }
    await this.enqueue(manager, context, id);
    return id;
  }

  /** The next number of an activity's certificates. */
  async nextNumber(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    activityCode: string,
  ): Promise<string> {
    const next = await nextNumber(manager, context, activityCode);
    return `${activityCode}-${String(next).padStart(6, '0')}`;
  }

  /** Lets the worker print; while a job for the certificate waits, no other is added. */
  async enqueue(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    certificateId: string,
  ): Promise<void> {
    await this.jobs.enqueue(manager, context, {
      name: ISSUE_CERTIFICATE,
      data: { certificateId },
      key: certificateId,
    });
  }
}
