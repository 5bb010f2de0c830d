import { Injectable } from '@nestjs/common';
import type { CertificateData } from '@laurel/certificate-renderer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { DomainError } from '../problem/domain-error.js';
import type { ClaimantContext } from '../tenancy/tenant-context.js';
import type { StoredClaim } from '../workflow/inputs/claim-rows.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import { longDay } from './certificate-dates.js';
import { findPending } from './certificate-issue.rows.js';
import {
  certificatesOfClaim,
  insertCertificate,
  newestOfDocuments,
  type CertificateRow,
} from './certificate-rows.js';
import { CertificateViews } from './certificate-view.js';
import { DocumentRequestsService } from './document-requests.service.js';
import { IssuingService } from './issuing.service.js';
import { createVerificationCode } from './verification-code.js';

/** What is new about a certificate that says the same under another name. */
type NewParts = Pick<CertificateData, 'number' | 'verificationCode' | 'verificationUrl' | 'issuedOn'> & {
  readonly name: string;
  readonly credentials: string;
};

/** Issues the certificates of a claim again where the learner's name on them has been corrected since. */
@Injectable()
export class NameCorrections {
  constructor(
    private readonly issuing: IssuingService,
    private readonly views: CertificateViews,
    private readonly requests: DocumentRequestsService,
  ) {}

  /**
   * Makes a new certificate for each that shows another name or other degrees than the learner's present ones. All
   * else it says stays word for word, its design too. The earlier one is superseded when the new one is printed.
   *
   * @param claim in force, its row locked
   * @returns the numbers that are replaced
   * @throws DomainError `certificate.same_name` where there is none; `certificate.not_ready` while one is in print
   */
  async reissue(
    manager: EntityManager,
    context: ClaimantContext,
    inputs: DecisionInputs,
    claim: StoredClaim,
  ): Promise<string[]> {
    const rows = newestOfDocuments(await certificatesOfClaim(manager, context, claim.id));
    const wrong = rows.filter((row) => showsAnotherName(row, inputs));
    if (wrong.some(({ state }) => state === 'issuing')) {
      throw new DomainError('certificate.not_ready', { retryAfterSeconds: 5 });
    }
    const standing = wrong.filter(({ state }) => state === 'issued');
    if (standing.length === 0) throw new DomainError('certificate.same_name');
    for (const row of standing) await this.reissueOne(manager, context, inputs, row);
    return standing.map(({ number }) => number);
  }

  private async reissueOne(
    manager: EntityManager,
    context: ClaimantContext,
    inputs: DecisionInputs,
    earlier: CertificateRow,
  ): Promise<void> {
    const printed = await findPending(manager, context, earlier.id);
    if (printed === null) throw new Error(`The certificate ${earlier.id} is gone`);
    const id = uuid();
    const verificationCode = createVerificationCode();
    const number = await this.issuing.nextNumber(manager, context, inputs.activity.code);
    const { displayName: name, credentials } = inputs.learner;
    const data = corrected(printed.data, {
      name,
      credentials,
      number,
      verificationCode,
      verificationUrl: this.views.verificationUrl(context, verificationCode),
      issuedOn: longDay(
        inputs.now.toZonedDateTimeISO(inputs.timeZone).toPlainDate(),
        inputs.society.language,
      ),
    });
    const { claimId, activityId, documentKey, title } = earlier;
    await insertCertificate(manager, context, {
      ...{ id, claimId, activityId, documentKey, title, number, verificationCode, data },
      learnerId: context.actor.learnerId,
      templateKey: printed.templateKey,
      templateRevision: printed.templateRevision,
      supersedesId: earlier.id,
      replacesBecause: 'name-corrected',
      createdAt: inputs.now,
    });
    await this.requests.repeat(manager, context, { earlierId: earlier.id, certificateId: id });
    await this.issuing.enqueue(manager, context, id);
  }
}

const showsAnotherName = ({ data }: CertificateRow, { learner }: DecisionInputs): boolean =>
  data.learner.name !== learner.displayName || (data.learner.credentials ?? '') !== learner.credentials;

/** What a certificate said, under the present name and an identity of its own. */
const corrected = (
  { parts, ...data }: CertificateData,
  { name, credentials, ...identity }: NewParts,
): CertificateData => {
  const { credentials: _, ...learner } = data.learner;
  return {
    ...data,
    ...identity,
    learner: { ...learner, name, ...(credentials === '' ? {} : { credentials }) },
    supersedes: data.number,
    runningHead: `${name} · ${data.activity.code ?? ''}`,
    ...(parts === undefined
      ? {}
      : {
          parts: parts.map((part, index) => ({
            ...part,
            verificationUrl:
              parts.length === 1
                ? identity.verificationUrl
                : `${identity.verificationUrl}?part=${String(index + 1)}`,
          })),
        }),
  };
};
