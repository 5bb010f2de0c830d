import { Injectable } from '@nestjs/common';
import { fromDecimal } from '@laurel/credit';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { ActivitiesService } from '../catalogue/activities.service.js';
import { CertificateTemplatesService } from '../certificates/certificate-templates.service.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { EvaluationFormsService } from '../evaluations/evaluation-forms.service.js';
import { DomainError, type Fault } from '../problem/domain-error.js';
import { systemContext, type TenantContext, type TenantIdentity } from '../tenancy/tenant-context.js';
import { TenantProfilesService } from '../tenancy/tenant-profiles.service.js';
import { findKnownNames } from '../workflow/steps/known-names.js';
import { PluginRegistry } from '../workflow/steps/plugin-registry.js';
import { FiledWorkflows } from './filed-workflows.service.js';
import { readTenantFile } from './read-tenant-file.js';
import { findNameFaults } from './tenant-file-references.js';
import { tenantChanges } from './tenant-changes.js';
import { readTenantState } from './tenant-state.js';
import type { ActivityFile, CourseFile, CreditTypeFile, TenantFile } from './tenant-file.js';

/** What a file made of a society. */
export interface AppliedTenant extends TenantIdentity {
  /** What became other, a line each; empty where the society was so already. */
  readonly changes: readonly string[];
}

export interface ApplyOptions {
  /** Says what would change, and changes nothing. */
  readonly isPreview?: boolean;
  /** Puts the file's workflows in the place of those that staff changed since. */
  readonly replacesWorkflows?: boolean;
}

/** Brings a tenant to what its file says. May be repeated: what is so already is left alone. */
@Injectable()
export class TenantSetupService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly profiles: TenantProfilesService,
    private readonly activities: ActivitiesService,
    private readonly forms: EvaluationFormsService,
    private readonly templates: CertificateTemplatesService,
    private readonly workflows: FiledWorkflows,
    private readonly plugins: PluginRegistry,
  ) {}

  /**
   * Takes the file whole or not at all, in one transaction.
   *
   * @param raw a tenant file as it was read, unchecked
   * @throws DomainError `request.invalid` with every fault of the file; `workflow.invalid`, `evaluation.form_invalid`;
   *   `workflow.kept` with every difference, where staff changed a workflow that the file would put back
   */
  async apply(
    raw: unknown,
    { replacesWorkflows = false, isPreview = false }: ApplyOptions = {},
  ): Promise<AppliedTenant> {
    const file = await readTenantFile(raw);
    const { slug, name } = file;
    const tenant = { id: (await this.profiles.idOf(slug)) ?? uuid(), slug, name };
    const context = systemContext(tenant, 'tenant file');
    const changes = await this.orRolledBack(context, isPreview, async (manager) => {
      const state = () =>
        readTenantState(manager, context, (id) => this.workflows.inForce(manager, context, id));
      const before = await state();
      await this.write(manager, context, file, replacesWorkflows);
      return tenantChanges(before, (await state()) ?? {});
    });
    if (!isPreview) this.profiles.changed();
    return { ...tenant, changes };
  }

  private async write(
    manager: EntityManager,
    context: TenantContext,
    file: TenantFile,
    replacesWorkflows: boolean,
  ): Promise<void> {
    refuse(findNameFaults(file, await findKnownNames(manager, context, null), this.plugins));
    await this.profiles.saveTenant(manager, { ...context.tenant, hosts: file.hosts });
    await this.profiles.saveProfile(manager, context, newProfile(file));
    for (const template of file.templates) await this.templates.saveIn(manager, context, template);
    await this.activities.saveCreditTypes(manager, context, file.creditTypes.map(newCreditType));
    const ids: string[] = [];
    for (const activity of file.activities) ids.push(await this.saveActivity(manager, context, activity));
    const filed = file.activities.map(({ code, workflow }, index) => ({
      activityId: ids[index] ?? '',
      field: `activities.${String(index)}.workflow`,
      code,
      steps: workflow,
    }));
    await this.workflows.save(manager, context, filed, file.workflow ?? [], replacesWorkflows);
  }

  /** Commits what was done, or, for a preview, takes it back and answers all the same. */
  private async orRolledBack<T>(
    context: TenantContext,
    isPreview: boolean,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    let preview: { readonly answer: T } | undefined;
    try {
      return await this.database.transaction(context, async (manager) => {
        const answer = await work(manager);
        if (!isPreview) return answer;
        preview = { answer };
        throw new Error('Only a preview');
      });
    } catch (error) {
      if (preview === undefined) throw error;
      return preview.answer;
    }
  }

  /** The activity with its courses and forms; answers its id. */
  private async saveActivity(
    manager: EntityManager,
    context: TenantContext,
    activity: ActivityFile,
  ): Promise<string> {
    const { id } = await this.activities.save(manager, context, newActivity(activity));
    await this.activities.saveCourses(manager, context, id, activity.courses.map(newCourse));
    for (const form of activity.forms) await this.forms.save(manager, context, id, form);
    return id;
  }
}

const refuse = (faults: readonly Fault[]): void => {
  if (faults.length === 0) return;
  const detail = 'The tenant file names what does not exist; nothing was changed.';
  throw new DomainError('request.invalid', { detail, faults });
};

const newProfile = ({ name, profile: { theme, layout, statements, support, ...profile } }: TenantFile) => ({
  ...profile,
  displayName: name,
  professions: profile.professions ?? [],
  layout: { ...layout },
  theme: { accent: theme.accent, logoSvg: theme.logoSvg },
  support: { ...support, forgottenBadge: { ...support.forgottenBadge } },
  statements: { ...statements },
});

const newCreditType = (type: CreditTypeFile) => ({
  ...type,
  isItalic: type.isItalic ?? false,
  statements: { credit: type.statements?.credit ?? '', participation: type.statements?.participation ?? '' },
  unit: { ...type.unit },
  increment: fromDecimal(type.increment),
});

const newCourse = ({ maxima, ...course }: CourseFile) => ({
  ...course,
  maxima: Object.fromEntries(Object.entries(maxima).map(([key, credits]) => [key, fromDecimal(credits)])),
});

const newActivity = (file: ActivityFile) => ({
  code: file.code,
  kind: file.kind,
  basis: file.basis,
  title: file.title,
  learningFormat: file.learningFormat,
  place: file.place,
  startsOn: Temporal.PlainDate.from(file.startsOn),
  endsOn: Temporal.PlainDate.from(file.endsOn),
  timeZone: file.timeZone,
  parsId: file.parsId,
  enrolment: file.enrolment,
  maxima: Object.fromEntries(
    Object.entries(file.maxima).map(([key, credits]) => [key, fromDecimal(credits)]),
  ),
  statements: file.statements,
  signatures: file.signatures.map((signature) => ({ ...signature })),
  durationCredit: file.creditFromDuration === null ? null : { ...file.creditFromDuration },
});
