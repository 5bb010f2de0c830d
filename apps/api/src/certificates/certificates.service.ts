import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import { FileStorage } from '../storage/file-storage.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { certificateFileName } from './certificate-file-name.js';
import { CertificateNotices } from './certificate-notices.js';
import {
  certificateOfLearner,
  certificatesOfClaims,
  certificatesOfLearner,
  type CertificateRow,
} from './certificate-rows.js';
import { CertificateViews } from './certificate-view.js';
import { DocumentRequestsService } from './document-requests.service.js';
import type { CertificateViewDto } from './dto/certificate-view.dto.js';

/** How long a request waits for its certificate before it answers that it is still being made. */
const PATIENCE_MILLISECONDS = 20_000;
/** Another process may do the printing; then only looking tells. Doubled up to this. */
const LONGEST_PAUSE_MILLISECONDS = 1_000;
/** Of one society, in this process. */
const MOST_WAITING = 40;

export interface CertificateFile {
  readonly sha256: string;
  readonly byteSize: number | null;
  readonly fileName: string;
}

/** A learner's certificates in a tenant. */
@Injectable()
export class CertificatesService {
  /** How many learners of each tenant wait for a certificate. */
  private readonly waiting = new Map<string, number>();

  constructor(
    private readonly database: TenantDatabase,
    private readonly storage: FileStorage,
    private readonly views: CertificateViews,
    private readonly notices: CertificateNotices,
    private readonly requests: DocumentRequestsService,
  ) {}

  /** All of them, of every activity, newest first. */
  async list(context: LearnerContext): Promise<CertificateViewDto[]> {
    return (await this.rows(context)).map((row) => this.views.of(context, row));
  }

  /** Those of several of the learner's claims, with the claim of each. */
  async ofClaims(
    manager: EntityManager,
    context: LearnerContext,
    claimIds: readonly string[],
  ): Promise<{ claimId: string; view: CertificateViewDto }[]> {
    if (claimIds.length === 0) return [];
    const found = await certificatesOfClaims(manager, context, context.actor.learnerId, claimIds);
    const rows = await this.requests.followed(manager, context, found);
    return rows.map((row) => ({ claimId: row.claimId, view: this.views.of(context, row) }));
  }

  /** @throws DomainError `not_found`, for another learner's too */
  async read(context: LearnerContext, id: string): Promise<CertificateViewDto> {
    return this.views.of(context, await this.row(context, id));
  }

  /**
   * Waits until the certificate is made or has failed, about twenty seconds; answers how it then stands. Beyond a
   * number of learners of one society that wait, nobody else does: each looks at the records again and again.
   */
  async settled(context: LearnerContext, id: string): Promise<CertificateViewDto> {
    const { waiting } = this;
    const { id: tenantId } = context.tenant;
    const count = waiting.get(tenantId) ?? 0;
    if (count >= MOST_WAITING) return this.read(context, id);
    waiting.set(tenantId, count + 1);
    try {
      return await this.wait(context, id);
    } finally {
      const left = (waiting.get(tenantId) ?? 1) - 1;
      if (left > 0) waiting.set(tenantId, left);
      else waiting.delete(tenantId);
    }
  }

  private async wait(context: LearnerContext, id: string): Promise<CertificateViewDto> {
    const deadline = performance.now() + PATIENCE_MILLISECONDS;
    let pause = 100;
    for (;;) {
      // Listening begins before looking, so that nothing is missed in between.
      const notice = this.notices.next(id, pause);
      const row = await this.row(context, id);
      if (row.state !== 'issuing' || performance.now() >= deadline) return this.views.of(context, row);
      await notice;
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLISECONDS);
    }
  }

  /**
   * What is stored of a certificate's PDF. The bytes never change.
   *
   * @throws DomainError `not_found`; `certificate.not_ready` until it was issued
   */
  async file(context: LearnerContext, id: string): Promise<CertificateFile> {
    const { sha256, byteSize, data, number } = await this.row(context, id);
    if (sha256 === null) throw new DomainError('certificate.not_ready', { retryAfterSeconds: 5 });
    return { sha256, byteSize, fileName: certificateFileName(data.learner.name, number) };
  }

  async bytes(context: LearnerContext, { sha256 }: CertificateFile): Promise<Readable> {
    return this.storage.read(context, sha256);
  }

  private rows(context: LearnerContext): Promise<CertificateRow[]> {
    return this.database.transaction(context, async (manager) =>
      this.requests.followed(
        manager,
        context,
        await certificatesOfLearner(manager, context, context.actor.learnerId),
      ),
    );
  }

  private async row(context: LearnerContext, id: string): Promise<CertificateRow> {
    return this.database.transaction(context, async (manager) => {
      const found = await certificateOfLearner(manager, context, context.actor.learnerId, id);
      const [row] = await this.requests.followed(manager, context, found === null ? [] : [found]);
      if (row === undefined) throw new DomainError('not_found', { detail: 'There is no such certificate.' });
      return row;
    });
  }
}
