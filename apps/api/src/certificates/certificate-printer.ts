import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { TemplateError } from '@laurel/certificate-renderer';
import { ClaimStandingService } from '../claim-standing/claim-standing.service.js';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { JobQueue, type JobAttempt } from '../jobs/job-queue.js';
import { FileStorage } from '../storage/file-storage.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import {
  findPending,
  markFailed,
  markIssued,
  markSuperseded,
  type PendingCertificate,
  type Print,
} from './certificate-issue.rows.js';
import { CertificateNotices } from './certificate-notices.js';
import { CertificateRenderer } from './certificate-renderer.js';
import { CertificateTemplatesService } from './certificate-templates.service.js';
import { DocumentRequestsService } from './document-requests.service.js';
import { ISSUE_CERTIFICATE } from './issuing.service.js';

/**
 * Prints certificates in the worker: reads, draws, stores the bytes under their SHA-256, and only then says in the
 * row that they exist. It may be killed between any two of these and is simply run again; a row that has its bytes
 * is never touched.
 */
@Injectable()
export class CertificatePrinter implements OnModuleInit {
  private readonly logger = new Logger('Certificates');

  constructor(
    private readonly jobs: JobQueue,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly templates: CertificateTemplatesService,
    private readonly renderer: CertificateRenderer,
    private readonly storage: FileStorage,
    private readonly requests: DocumentRequestsService,
    private readonly claims: ClaimStandingService,
    private readonly notices: CertificateNotices,
  ) {}

  onModuleInit(): void {
    // Eight tries with doubling waits outlast a restart of the database or of a busy renderer, about twenty minutes.
    const options = { retryLimit: 8, retryDelaySeconds: 5, expireSeconds: 120, concurrency: 4 };
    this.jobs.register(ISSUE_CERTIFICATE, options, (context, data, attempt) =>
      this.print(context, String(data['certificateId']), attempt),
    );
  }

  /** Issues one certificate; does nothing when it is issued already. */
  async print(context: TenantContext, certificateId: string, attempt: JobAttempt): Promise<void> {
    const found = await this.read(context, certificateId);
    if (found?.pending.state !== 'issuing') return;
    const { pending, template } = found;
    try {
      const { bytes, pages } = await this.renderer.renderCertificate({
        template,
        data: pending.data,
        scope: context.tenant.id,
        createdAt: pending.createdAt,
        signal: attempt.signal,
      });
      const stored = await this.storage.put(context, bytes, 'application/pdf');
      await this.settle(context, pending, { ...stored, pageCount: pages });
    } catch (error) {
      // A template's fault comes again with every try.
      const isHopeless = error instanceof TemplateError;
      if (isHopeless || attempt.isLast) await this.giveUp(context, pending, error);
      if (!isHopeless) throw error;
    }
  }

  private read(context: TenantContext, certificateId: string) {
    return this.database.transaction(context, async (manager) => {
      const pending = await findPending(manager, context, certificateId);
      if (pending === null) return null;
      const reference = { key: pending.templateKey, revision: pending.templateRevision };
      return { pending, template: await this.templates.read(manager, context, reference) };
    });
  }

  /** The row, the claim's state, the certificate it replaces and the mail to the society change together. */
  private async settle(context: TenantContext, pending: PendingCertificate, print: Print): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(context, async (manager) => {
      const standing = await this.claims.lock(manager, context, pending.claimId);
      if (!(await markIssued(manager, context, pending, print, now))) return;
      await this.claims.certify(manager, context, pending.claimId);
      // The claim was amended while its certificate was in print.
      if (standing === 'replaced') {
        await markSuperseded(manager, context, [pending.id], now);
        await this.requests.withdraw(manager, context, [pending.id]);
      } else await this.requests.send(manager, context, { ...pending, sha256: print.sha256 });
    });
    this.notices.settled(pending.id);
  }

  private async giveUp(context: TenantContext, { id }: PendingCertificate, error: unknown): Promise<void> {
    this.logger.error({
      msg: 'A certificate could not be made',
      tenant: context.tenant.slug,
      certificateId: id,
      err: error,
    });
    const failure = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    await this.database.transaction(context, (manager) => markFailed(manager, context, id, failure));
    this.notices.settled(id);
  }
}
