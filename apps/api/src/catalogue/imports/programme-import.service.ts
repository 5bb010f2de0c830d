import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../config/clock.js';
import { TenantDatabase } from '../../database/tenant-database.js';
import { DomainError } from '../../problem/domain-error.js';
import { TenantProfilesService } from '../../tenancy/tenant-profiles.service.js';
import type { TenantContext } from '../../tenancy/tenant-context.js';
import { ActivitiesService } from '../activities.service.js';
import { Activity, type DurationCredit } from '../activity.entity.js';
import { CreditType } from '../credit-type.entity.js';
import { PROGRAMME_COLUMNS } from '../importers/programme-columns.js';
import { parseProgramme, type ProgrammeOptions } from '../importers/index.js';
import type { ImportCounts } from '../import-run.entity.js';
import { requireKnownFields } from './column-fields.js';
import { digesting } from './file-digest.js';
import type { ImportReport, ImportSettings } from './import-report.js';
import { ImportRunsService } from './import-runs.service.js';
import { OfferingCredits } from './offering-credits.js';
import { compareProgramme, mergeProgramme, type MergeTarget } from './programme-merge.js';
import { findLostColumns, findRemovals, firstChanges } from './programme-preview.js';
import { programmeStaging } from './programme-staging.js';
import { refuse, refuseLostColumns, refuseRemovals } from './refuse-import.js';
import { stage } from './staging.js';

export interface ProgrammeImportOptions
  extends ImportSettings, Partial<Omit<ProgrammeOptions, 'maxBytes' | 'maxRows'>> {
  /** How offerings without credits of their own get them; without it as the activity says. Null: not at all. */
  readonly durationCredit?: DurationCredit | null;
  /** Shown with offerings that are gone from the programme but in somebody's claim or itinerary. */
  readonly withdrawalNotice?: string;
}

const WITHDRAWN = 'This session is no longer in the programme.';
const NOTHING: ImportCounts = { new: 0, changed: 0, unchanged: 0, withdrawn: 0, removed: 0 };
const NOTHING_TO_TELL = { counts: NOTHING, lostColumns: [], removals: null, otherPersons: null, changes: [] };

/** What people should know of a programme besides numbers. */
type Told = Pick<ImportReport, 'lostColumns' | 'removals' | 'otherPersons' | 'changes'>;

/** What is known of a file before it is compared. */
type ReadFile = Omit<ImportReport, 'isApplied' | 'counts' | keyof Told>;

/**
 * Brings a programme file into an activity: all of it, or nothing when anything is wrong. Importing the same file
 * again changes nothing. The file is read from local disk or memory; an upload is put there first, so that
 * nothing waits for a network inside the transaction.
 */
@Injectable()
export class ProgrammeImportService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly profiles: TenantProfilesService,
    private readonly activities: ActivitiesService,
    private readonly runs: ImportRunsService,
    private readonly clock: Clock,
  ) {}

  /**
   * What `apply` would do, or all that is wrong with the file. Writes nothing.
   *
   * @throws DomainError `not_found` when the tenant has no such activity; `request.invalid` for bad options
   */
  preview(
    context: TenantContext,
    activityId: string,
    stream: Readable,
    options: ProgrammeImportOptions,
  ): Promise<ImportReport> {
    return this.database.transaction(context, async (manager) => {
      const read = await this.read(manager, context, activityId, stream, options);
      if (read.faultCount > 0) return { ...read, ...NOTHING_TO_TELL, isApplied: false };
      options.onProgress?.({ phase: 'comparing', rows: read.rowCount });
      const target = { tenantId: context.tenant.id, activityId };
      const counts = await compareProgramme(manager, target);
      return { ...read, ...(await this.told(manager, context, target)), isApplied: false, counts };
    });
  }

  /**
   * @throws DomainError as `preview` does; `import.refused` with every fault of the file; `import.loses_columns` and
   *   `import.removes_sessions` where that is not accepted
   */
  apply(
    context: TenantContext,
    activityId: string,
    stream: Readable,
    options: ProgrammeImportOptions,
  ): Promise<ImportReport> {
    return this.database.transaction(context, async (manager) => {
      const read = await this.read(manager, context, activityId, stream, options);
      if (read.faultCount > 0) throw refuse(read);
      options.onProgress?.({ phase: 'writing', rows: read.rowCount });
      const target = { tenantId: context.tenant.id, activityId };
      // One import of an activity after the other; learners are not kept waiting.
      await manager.query(`select id from activities where tenant_id = $1 and id = $2 for no key update`, [
        target.tenantId,
        target.activityId,
      ]);
      const told = await this.told(manager, context, target);
      requireAccepted(told, options);
      const counts = await mergeProgramme(manager, target, {
        at: this.clock.now(),
        notice: options.withdrawalNotice ?? WITHDRAWN,
      });
      const { fileName, sha256 } = read;
      await this.runs.record(manager, context, { activityId, kind: 'programme', fileName, sha256, counts });
      return { ...read, ...told, isApplied: true, counts };
    });
  }

  /** What people should know of the staged programme besides numbers. */
  private async told(manager: EntityManager, context: TenantContext, target: MergeTarget): Promise<Told> {
    const { tenantId, activityId: id } = target;
    const { timeZone } = await manager.findOneByOrFail(Activity, { tenantId, id });
    const profile = await this.profiles.profileOf(manager, context);
    return {
      lostColumns: await findLostColumns(manager, target),
      removals: await findRemovals(manager, target),
      otherPersons: null,
      changes: await firstChanges(manager, target, timeZone ?? profile.timeZone),
    };
  }

  private async read(
    manager: EntityManager,
    context: TenantContext,
    activityId: string,
    stream: Readable,
    {
      fileName,
      onProgress,
      durationCredit,
      withdrawalNotice: _notice,
      acceptsLostColumns: _lost,
      acceptsRemovals: _removals,
      ...parsing
    }: ProgrammeImportOptions,
  ): Promise<ReadFile> {
    requireKnownFields(parsing.mapping, PROGRAMME_COLUMNS, 'credits');
    const tenantId = context.tenant.id;
    const activity = await manager.findOneBy(Activity, { tenantId, id: activityId });
    if (activity === null) throw new DomainError('not_found');
    const profile = await this.profiles.profileOf(manager, context);
    const types = await manager.find(CreditType, { where: { tenantId }, order: { position: 'ASC' } });
    const rule = durationCredit === undefined ? activity.durationCredit : durationCredit;
    requireKnownTypes(types, rule);

    const digest = digesting(stream);
    const rows = parseProgramme(digest.stream, {
      timeZone: activity.timeZone ?? profile.timeZone,
      ...(rule?.creditTypes[0] === undefined ? {} : { defaultCreditType: rule.creditTypes[0] }),
      ...parsing,
    });
    const courses = await this.activities.coursesOf(manager, context, activityId);
    const courseIds = new Map(courses.map(({ code, id }) => [code.toLowerCase(), id]));
    const staging = programmeStaging(new OfferingCredits(types, rule), courseIds, activity);
    const { rowCount, faults } = await stage(manager, rows, staging, onProgress);
    return {
      fileName,
      sha256: digest.sha256(),
      rowCount,
      faults: faults.listed,
      faultCount: faults.count,
    };
  }
}

/** What a forgotten column or half a file would do is done only when it is meant. */
function requireAccepted({ lostColumns, removals }: Told, options: ProgrammeImportOptions): void {
  if (lostColumns.length > 0 && options.acceptsLostColumns !== true) throw refuseLostColumns(lostColumns);
  if (removals !== null && options.acceptsRemovals !== true) throw refuseRemovals(removals);
}

/** A rule that names an unknown credit type is a mistake in the request, not in the file. */
function requireKnownTypes(types: readonly CreditType[], rule: DurationCredit | null): void {
  const unknown = (rule?.creditTypes ?? []).filter((key) => !types.some((type) => type.key === key));
  if (unknown.length === 0) return;
  throw new DomainError('request.invalid', {
    faults: unknown.map((key) => ({
      field: 'creditTypes',
      code: 'credit_type.unknown',
      message: `There is no credit type “${key}” here.`,
    })),
  });
}
