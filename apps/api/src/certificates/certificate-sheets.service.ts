import { Injectable } from '@nestjs/common';
import type { CertificateData, PageFormat, SheetRequest } from '@laurel/certificate-renderer';
import type { EntityManager } from 'typeorm';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { LearnerContext, TenantContext } from '../tenancy/tenant-context.js';
import { certificateContent, type CertificateSubject } from './certificate-content.js';
import { CertificateTemplatesService, type TemplateReference } from './certificate-templates.service.js';
import { CertificateViews } from './certificate-view.js';
import { SheetThread } from './sheet-thread.js';

/** Said while a society has no such design yet. */
export const NO_DESIGN = 'The society has no design for this certificate yet. Please look again later.';

/** The first page of certificates as HTML, from the template and the data that are, or will be, printed. */
@Injectable()
export class CertificateSheetsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly templates: CertificateTemplatesService,
    private readonly views: CertificateViews,
    private readonly thread: SheetThread,
  ) {}

  /**
   * @param part which of several certificates in one file, from 1
   * @throws DomainError `not_found`, for another learner's too; `service.busy` as `draw`
   */
  async ofCertificate(context: LearnerContext, id: string, part: number): Promise<string> {
    const found = await this.database.transaction(context, async (manager) => {
      const rows: (TemplateReference & { data: CertificateData })[] = await manager.query(
        `select data, template_key as key, template_revision as revision from certificates
         where tenant_id = $1 and learner_id = $2 and id = $3`,
        [context.tenant.id, context.actor.learnerId, id],
      );
      const [row] = rows;
      if (row === undefined) throw new DomainError('not_found', { detail: 'There is no such certificate.' });
      return { data: row.data, template: await this.templates.read(manager, context, row) };
    });
    return this.draw(context, { ...found, part });
  }

  /**
   * What is drawn of a document that is not made yet, as it would be if it were issued now: without number and code,
   * and verified by nothing. It is drawn by `draw`, when the transaction is over.
   *
   * @throws DomainError `not_found` while the society has no such design
   */
  async ofSubject(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    subject: CertificateSubject,
    part: number,
    change: (data: CertificateData) => CertificateData = (data) => data,
  ): Promise<SheetRequest> {
    const { inputs, offer } = subject;
    const revision = inputs.templates.get(offer.template);
    if (revision === undefined) throw new DomainError('not_found', { detail: NO_DESIGN });
    const template = await this.templates.read(manager, context, { key: offer.template, revision });
    const data = certificateContent(subject, {
      number: 'Preview',
      verificationCode: '····-····-····-····',
      verificationUrl: this.views.verificationUrl(context, ''),
      issuedOn: inputs.now.toZonedDateTimeISO(inputs.timeZone).toPlainDate(),
      supersedes: null,
    });
    return { template, data: change(data), part };
  }

  /** @throws DomainError `not_found` for a part that there is not; `service.busy` as the thread's */
  async draw(context: Pick<TenantContext, 'tenant'>, request: SheetRequest): Promise<string> {
    const html = await this.thread.draw(context, request);
    if (html === null) throw new DomainError('not_found', { detail: 'The certificate has no such part.' });
    return html;
  }

  /** The paper of a design in force; `null` while the society has no such design. */
  async formatOf(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    key: string,
  ): Promise<PageFormat | null> {
    const rows: { format: PageFormat }[] = await manager.query(
      `select format from certificate_templates where tenant_id = $1 and key = $2 order by revision desc limit 1`,
      [context.tenant.id, key],
    );
    return rows[0]?.format ?? null;
  }
}
