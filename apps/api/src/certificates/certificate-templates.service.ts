import { Injectable } from '@nestjs/common';
import { compileTemplate, designs, TemplateError, type PageFormat } from '@laurel/certificate-renderer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { TenantContext } from '../tenancy/tenant-context.js';

type Tenant = Pick<TenantContext, 'tenant'>;

/** A template to be saved: one of the shipped designs, or a source of the society's own. */
export interface NewTemplate {
  readonly key: string;
  readonly title: string;
  /** The key of a shipped design … */
  readonly design?: string | undefined;
  /** … or Handlebars with HTML and CSS. */
  readonly source?: string | undefined;
  readonly size?: PageFormat['size'];
  readonly orientation?: PageFormat['orientation'];
}

/** A template as certificates name it. */
export interface TemplateReference {
  readonly key: string;
  readonly revision: number;
}

export interface TemplateSource {
  readonly source: string;
  readonly format: PageFormat;
}

/** A tenant's designs. Revisions are kept, because issued certificates name theirs. */
@Injectable()
export class CertificateTemplatesService {
  constructor(private readonly database: TenantDatabase) {}

  /**
   * Saves a template as its key's next revision, and answers that revision. Saving what is in force already
   * changes nothing.
   *
   * @throws DomainError `request.invalid` when the source is not within the allowed language, with the line; or
   *   when neither or both of design and source are given.
   */
  async save(context: Tenant, template: NewTemplate): Promise<number> {
    return this.database.transaction(context, (manager) => this.saveIn(manager, context, template));
  }

  /** As `save`, in a transaction that does more. */
  async saveIn(manager: EntityManager, context: Tenant, template: NewTemplate): Promise<number> {
    const { key, title } = template;
    const { source, format } = sourceOf(template);
    // Two people who save at once get one revision after the other.
    await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `certificate-template ${context.tenant.id} ${key}`,
    ]);
    const rows: { revision: number; isSame: boolean }[] = await manager.query(
      `select revision, (title = $3 and source = $4 and format = $5::jsonb) as "isSame"
       from certificate_templates where tenant_id = $1 and key = $2 order by revision desc limit 1`,
      [context.tenant.id, key, title, source, JSON.stringify(format)],
    );
    const [last] = rows;
    if (last?.isSame === true) return last.revision;
    const revision = (last?.revision ?? 0) + 1;
    await manager.query(
      `insert into certificate_templates (tenant_id, id, key, revision, title, source, format)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [context.tenant.id, uuid(), key, revision, title, source, JSON.stringify(format)],
    );
    return revision;
  }

  /** The source of one revision. */
  async read(manager: EntityManager, context: Tenant, reference: TemplateReference): Promise<TemplateSource> {
    const rows: TemplateSource[] = await manager.query(
      `select source, format from certificate_templates where tenant_id = $1 and key = $2 and revision = $3`,
      [context.tenant.id, reference.key, reference.revision],
    );
    const [row] = rows;
    if (row === undefined) {
      throw new Error(
        `There is no revision ${String(reference.revision)} of the template "${reference.key}"`,
      );
    }
    return row;
  }
}

const shippedDesigns = new Map(Object.entries(designs));

const sourceOf = ({ key, design, source, size, orientation }: NewTemplate): TemplateSource => {
  const shipped = design === undefined ? undefined : shippedDesigns.get(design);
  if (design !== undefined && shipped === undefined) {
    const known = [...shippedDesigns.keys()].join(', ');
    refuse(key, 'design', `There is no design "${design}". There are: ${known}.`);
  }
  if ((shipped === undefined) === (source === undefined)) {
    refuse(key, 'source', 'Give either a shipped design or a source of your own.');
  }
  const chosen = source ?? shipped?.source ?? '';
  try {
    compileTemplate(chosen);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    refuse(key, 'source', error.message, error.code);
  }
  const format = shipped?.defaultFormat ?? { size: 'Letter', orientation: 'landscape' };
  return {
    source: chosen,
    format: { size: size ?? format.size, orientation: orientation ?? format.orientation },
  };
};

const refuse = (key: string, field: string, message: string, code = 'template.invalid'): never => {
  throw new DomainError('request.invalid', {
    detail: `The certificate template "${key}" cannot be used: ${message}`,
    faults: [{ field, code, message }],
  });
};
