import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TenantDatabase } from '../../database/tenant-database.js';
import { DomainError } from '../../problem/domain-error.js';
import type { TenantContext } from '../../tenancy/tenant-context.js';
import { Activity } from '../activity.entity.js';
import { parseRegistrants, type RegistrantOptions } from '../importers/index.js';
import type { ImportCounts } from '../import-run.entity.js';
import { REGISTRANT_COLUMNS } from '../importers/registrant-columns.js';
import { requireKnownFields } from './column-fields.js';
import { digesting } from './file-digest.js';
import type { ImportReport, ImportSettings } from './import-report.js';
import { ImportRunsService } from './import-runs.service.js';
import type { MergeTarget } from './programme-merge.js';
import { refuse, refuseLostColumns, refuseOtherPersons } from './refuse-import.js';
import { matchRegistrants } from './registrant-matching.js';
import { compareRegistrants, mergeRegistrants } from './registrant-merge.js';
import { findLostColumns, findOtherPersons, firstChanges } from './registrant-preview.js';
import { registrantStaging } from './registrant-staging.js';
import { stage } from './staging.js';

export type RegistrantImportOptions = ImportSettings & Omit<RegistrantOptions, 'maxBytes' | 'maxRows'>;

const NOTHING: ImportCounts = { new: 0, changed: 0, unchanged: 0, withdrawn: 0, removed: 0 };
const NOTHING_TO_TELL = { counts: NOTHING, lostColumns: [], removals: null, otherPersons: null, changes: [] };

/** What people should know of a list besides numbers. */
type Told = Pick<ImportReport, 'lostColumns' | 'removals' | 'otherPersons' | 'changes'>;

/** What is known of a file before it is compared. */
type ReadFile = Omit<ImportReport, 'isApplied' | 'counts' | keyof Told>;

const told = async (manager: EntityManager, target: MergeTarget): Promise<Told> => ({
  lostColumns: await findLostColumns(manager, target),
  removals: null,
  otherPersons: await findOtherPersons(manager, target),
  changes: await firstChanges(manager, target),
});

/** What a forgotten column or rows that have slipped would do is done only when it is meant. */
function requireAccepted({ lostColumns, otherPersons }: Told, options: RegistrantImportOptions): void {
  if (otherPersons !== null && options.acceptsOtherPersons !== true) throw refuseOtherPersons(otherPersons);
  if (lostColumns.length > 0 && options.acceptsLostColumns !== true) throw refuseLostColumns(lostColumns);
}

/**
 * Brings a list of registrants into an activity: all of it, or nothing when anything is wrong. Rows stream
 * through a temporary table, so a hundred thousand take no more memory than a thousand. As for programmes, the
 * file is read from local disk or memory.
 */
@Injectable()
export class RegistrantImportService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly runs: ImportRunsService,
  ) {}

  /**
   * What `apply` would do, or all that is wrong with the file. Writes nothing.
   *
   * @throws DomainError `not_found` when the tenant has no such activity
   */
  preview(
    context: TenantContext,
    activityId: string,
    stream: Readable,
    options: RegistrantImportOptions,
  ): Promise<ImportReport> {
    return this.database.transaction(context, async (manager) => {
      const read = await this.read(manager, context, activityId, stream, options);
      if (read.faultCount > 0) return { ...read, ...NOTHING_TO_TELL, isApplied: false };
      options.onProgress?.({ phase: 'comparing', rows: read.rowCount });
      const target = { tenantId: context.tenant.id, activityId };
      await matchRegistrants(manager, target);
      const counts = await compareRegistrants(manager);
      return { ...read, ...(await told(manager, target)), isApplied: false, counts };
    });
  }

  /**
   * @throws DomainError `not_found`; `import.refused` with every fault of the file; `import.loses_columns` and
   *   `import.gives_badges_away` where that is not accepted
   */
  apply(
    context: TenantContext,
    activityId: string,
    stream: Readable,
    options: RegistrantImportOptions,
  ): Promise<ImportReport> {
    return this.database.transaction(context, async (manager) => {
      const read = await this.read(manager, context, activityId, stream, options);
      if (read.faultCount > 0) throw refuse(read);
      options.onProgress?.({ phase: 'comparing', rows: read.rowCount });
      const target = { tenantId: context.tenant.id, activityId };
      // Learners belong to the tenant: two lists matched at once could both find somebody missing and add them.
      await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
        `import registrants ${target.tenantId}`,
      ]);
      await matchRegistrants(manager, target);
      const known = await told(manager, target);
      requireAccepted(known, options);
      options.onProgress?.({ phase: 'writing', rows: read.rowCount });
      const counts = await mergeRegistrants(manager, target);
      const { fileName, sha256 } = read;
      await this.runs.record(manager, context, { activityId, kind: 'registrants', fileName, sha256, counts });
      return { ...read, ...known, isApplied: true, counts };
    });
  }

  private async read(
    manager: EntityManager,
    context: TenantContext,
    activityId: string,
    stream: Readable,
    {
      fileName,
      onProgress,
      acceptsLostColumns: _lost,
      acceptsOtherPersons: _persons,
      ...parsing
    }: RegistrantImportOptions,
  ): Promise<ReadFile> {
    requireKnownFields(parsing.mapping, REGISTRANT_COLUMNS, 'boardIds');
    if (!(await manager.existsBy(Activity, { tenantId: context.tenant.id, id: activityId }))) {
      throw new DomainError('not_found');
    }
    const digest = digesting(stream);
    const rows = parseRegistrants(digest.stream, parsing);
    const { rowCount, faults } = await stage(manager, rows, registrantStaging, onProgress);
    return { fileName, sha256: digest.sha256(), rowCount, faults: faults.listed, faultCount: faults.count };
  }
}
