import { Injectable } from '@nestjs/common';
import { fromDecimal } from '@laurel/credit';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { ActivitiesService } from '../catalogue/activities.service.js';
import { CertificateTemplatesService } from '../certificates/certificate-templates.service.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { EvaluationFormsService } from '../evaluations/evaluation-forms.service.js';
import { DomainError, type Fault } from '../problem/domain-error.js';
import { systemContext, type TenantContext, type TenantIdentity } from '../tenancy/tenant-context.js';
import { TenantProfilesService } from '../tenancy/tenant-profiles.service.js';
import { WorkflowsService } from '../workflow/saved/workflows.service.js';
import { type ActivityFile, type CourseFile, type CreditTypeFile, TenantFile } from './tenant-file.js';

/** Brings a tenant to what its file says. May be repeated: what is so already is left alone. */
@Injectable()
export class TenantSetupService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly profiles: TenantProfilesService,
    private readonly activities: ActivitiesService,
    private readonly forms: EvaluationFormsService,
    private readonly workflows: WorkflowsService,
    private readonly templates: CertificateTemplatesService,
  ) {}

  /**
   * Takes the file whole or not at all, in one transaction.
   *
   * @param raw a tenant file as it was read, unchecked
   * @throws DomainError `request.invalid` with every fault of the file; `workflow.invalid`, `evaluation.form_invalid`
   */
  async apply(raw: unknown): Promise<TenantIdentity> {
    const file = await readTenantFile(raw);
    const { slug, name } = file;
    const tenant = { id: (await this.profiles.idOf(slug)) ?? uuid(), slug, name };
    const context = systemContext(tenant, 'tenant file');
    await this.database.transaction(context, async (manager) => {
      await this.profiles.saveTenant(manager, { ...tenant, hosts: file.hosts });
      await this.profiles.saveProfile(manager, context, newProfile(file));
      for (const template of file.templates) await this.templates.saveIn(manager, context, template);
      await this.activities.saveCreditTypes(manager, context, file.creditTypes.map(newCreditType));
      for (const activity of file.activities) await this.saveActivity(manager, context, activity);
    });
    this.profiles.changed();
    return tenant;
  }

  private async saveActivity(
    manager: EntityManager,
    context: TenantContext,
    activity: ActivityFile,
  ): Promise<void> {
    const { id } = await this.activities.save(manager, context, newActivity(activity));
    await this.activities.saveCourses(manager, context, id, activity.courses.map(newCourse));
    for (const form of activity.forms) await this.forms.save(manager, context, id, form);
    if (activity.workflow.length > 0) await this.workflows.saveIn(manager, context, id, activity.workflow);
  }
}

const readTenantFile = async (raw: unknown): Promise<TenantFile> => {
  const file = plainToInstance(TenantFile, raw ?? {});
  const errors = await validate(file, { whitelist: true, forbidNonWhitelisted: true });
  const faults = errors.flatMap((error) => faultsOf(error, ''));
  if (faults.length > 0) {
    throw new DomainError('request.invalid', {
      detail: 'The tenant file has faults; nothing was changed.',
      faults,
    });
  }
  return file;
};

const faultsOf = (error: ValidationError, parent: string): Fault[] => {
  const field = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({ field, code, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, field))];
};

const newProfile = ({ name, profile: { theme, layout, statements, support, ...profile } }: TenantFile) => ({
  ...profile,
  displayName: name,
  layout: { ...layout },
  theme: { accent: theme.accent, logoSvg: theme.logoSvg },
  support: { ...support, forgottenBadge: { ...support.forgottenBadge } },
  statements: { ...statements },
});

const newCreditType = (type: CreditTypeFile) => ({
  ...type,
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
