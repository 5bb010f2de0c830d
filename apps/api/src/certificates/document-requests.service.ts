import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Mailer } from '../mail/mailer.js';
import type { ClaimantContext, TenantContext } from '../tenancy/tenant-context.js';
import { certificateFileName } from './certificate-file-name.js';
import type { IssuedCertificate } from './certificate-issue.rows.js';
import type { CertificateRow } from './certificate-rows.js';

type Tenant = Pick<TenantContext, 'tenant'>;

export interface NewDocumentRequest {
  readonly certificateId: string;
  /** What the learner gave, e.g. the ASRT identifier, by input key. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly mailTo: string;
  readonly subject: string;
  /** What the learner was told to expect, in words. */
  readonly promise: string;
}

interface RequestRow {
  readonly id: string;
  readonly mailTo: string;
  readonly subject: string;
  readonly promise: string;
  readonly email: string | null;
}

/** Documents that the society finishes by hand, asked for by mail with the certificate attached. */
@Injectable()
export class DocumentRequestsService {
  constructor(private readonly mailer: Mailer) {}

  /** Notes the request beside its certificate; the mail follows when the certificate is issued. */
  async record(manager: EntityManager, context: ClaimantContext, request: NewDocumentRequest): Promise<void> {
    await manager.query(
      `insert into document_requests (tenant_id, id, certificate_id, learner_id, inputs, mail_to, subject, promise)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        context.tenant.id,
        uuid(),
        request.certificateId,
        context.actor.learnerId,
        JSON.stringify(request.inputs),
        request.mailTo,
        request.subject,
        request.promise,
      ],
    );
  }

  /** Asks again for a certificate that takes the place of one that was asked for; the mail follows when it is issued. */
  async repeat(
    manager: EntityManager,
    context: Tenant,
    { earlierId, certificateId }: { readonly earlierId: string; readonly certificateId: string },
  ): Promise<void> {
    await manager.query(
      `insert into document_requests (tenant_id, id, certificate_id, learner_id, inputs, mail_to, subject, promise)
       select tenant_id, $3, $4, learner_id, inputs, mail_to, subject, promise from document_requests
       where tenant_id = $1 and certificate_id = $2 and state <> 'withdrawn'`,
      [context.tenant.id, earlierId, uuid(), certificateId],
    );
  }

  /** The rows, with requests that are still being prepared as their mails stand. Reads, and writes nothing. */
  async followed(
    manager: EntityManager,
    context: Tenant,
    rows: readonly CertificateRow[],
  ): Promise<CertificateRow[]> {
    const followed: CertificateRow[] = [];
    for (const row of rows) {
      const { request } = row;
      if (request?.state !== 'preparing' || row.sha256 === null) {
        followed.push(row);
        continue;
      }
      const mail = await this.mailer.statusOf(manager, context, requestMailKey(request.id));
      if (mail?.state !== 'sent' && mail?.state !== 'failed') {
        followed.push(row);
        continue;
      }
      const sentAt = mail.sentAt?.toString() ?? null;
      followed.push({ ...row, request: { ...request, state: mail.state, sentAt } });
    }
    return followed;
  }

  /** Ends the requests for certificates that stopped counting before the society was asked; asked ones stay so. */
  async withdraw(manager: EntityManager, context: Tenant, certificateIds: readonly string[]): Promise<void> {
    if (certificateIds.length === 0) return;
    const waiting = await manager.query<{ id: string }[]>(
      `select id from document_requests
       where tenant_id = $1 and certificate_id = any($2::uuid[]) and state = 'preparing' for update`,
      [context.tenant.id, certificateIds],
    );
    for (const { id } of waiting) {
      const mail = await this.mailer.statusOf(manager, context, requestMailKey(id));
      if (mail?.state === 'sent' || mail?.state === 'failed') continue;
      await manager.query(
        `update document_requests set state = 'withdrawn' where tenant_id = $1 and id = $2`,
        [context.tenant.id, id],
      );
    }
  }

  /** Queues the mail of a certificate that was just issued, in the transaction that issues it; once, however often. */
  async send(manager: EntityManager, context: Tenant, certificate: IssuedCertificate): Promise<void> {
    const rows: RequestRow[] = await manager.query(
      `select r.id, r.mail_to as "mailTo", r.subject, r.promise, l.email
       from document_requests r join learners l on l.tenant_id = $1 and l.id = r.learner_id
       where r.tenant_id = $1 and r.certificate_id = $2`,
      [context.tenant.id, certificate.id],
    );
    for (const { id, mailTo, subject, promise, email } of rows) {
      const { learner, number } = certificate.data;
      await this.mailer.queue(manager, context, {
        key: requestMailKey(id),
        to: mailTo,
        replyTo: email,
        // A name with a line break must not become a header of its own.
        subject: `${subject} – ${learner.name}, ${number}`.replace(/\s+/g, ' '),
        body: mailBody(certificate, promise, email),
        attachments: [
          {
            fileName: certificateFileName(learner.name, number),
            contentType: 'application/pdf',
            sha256: certificate.sha256,
          },
        ],
      });
    }
  }
}

/** Under this key the mailer knows the request's mail. */
export const requestMailKey = (requestId: string): string => `document-request:${requestId}`;

const mailBody = ({ data, title }: IssuedCertificate, promise: string, email: string | null): string => {
  const { learner, activity, credits, number, verificationUrl, supersedes } = data;
  const identifiers = (learner.identifiers ?? []).map(({ label, value }) => `${label}: ${value}`);
  return [
    `${learner.name}${learner.credentials === undefined ? '' : `, ${learner.credentials}`} asks for the document that goes with the attached certificate.`,
    '',
    `Document: ${title}`,
    ...identifiers,
    `Activity: ${activity.title} (${activity.dates})`,
    ...credits.map(({ amount, unit }) => `Claimed: ${amount} ${unit}`),
    `Certificate number: ${number}`,
    ...(supersedes === undefined
      ? []
      : [`It replaces certificate ${supersedes}, which you may have received before.`]),
    `Verify it at: ${verificationUrl}`,
    '',
    ...(promise === '' ? [] : [`The learner was told: ${promise}`]),
    email === null
      ? 'We have no mail address of the learner; please reach them through your registration.'
      : `Answers to this mail go to ${email}.`,
    '',
  ].join('\n');
};
