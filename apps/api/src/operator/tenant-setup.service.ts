import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { ActivitiesService } from '../catalogue/activities.service.js';
import { CertificateTemplatesService } from '../certificates/certificate-templates.service.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { EvaluationFormsService } from '../evaluations/evaluation-forms.service.js';
import { DomainError, type Fault } from '../problem/domain-error.js';
import { systemContext, type TenantContext, type TenantIdentity } from '../tenancy/tenant-context.js';
import { TenantProfilesService } from '../tenancy/tenant-profiles.service.js';
import { WorkflowsService } from '../workflow/workflows.service.js';
import { type ActivityFile, type CourseFile, type CreditTypeFile, TenantFile } from './tenant-file.js';

const hundredths = (credits: number) => Math.round(credits * 100);

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
   * @param raw a tenant file as it was read, unchecked
   * @throws DomainError `request.invalid` with every fault of the file
   */
  async apply(raw: unknown): Promise<TenantIdentity> {
    const file = await readTenantFile(raw);
    const tenant = await this.profiles.saveTenant(file);
    const context = systemContext(tenant, 'tenant file');
    const { theme, layout, statements, ...profile } = file.profile;
    await this.profiles.saveProfile(context, {
      ...profile,
      displayName: file.name,
      layout: { ...layout },
      theme: { accent: theme.accent, logoSvg: theme.logoSvg },
      support: { ...profile.support, forgottenBadge: { ...profile.support.forgottenBadge } },
      statements: { ...statements },
    });
    for (const template of file.templates) await this.templates.save(context, template);
    const activityIds = await this.database.transaction(context, async (manager) => {
      await this.activities.saveCreditTypes(manager, context, file.creditTypes.map(newCreditType));
      const ids: { file: ActivityFile; id: string }[] = [];
      for (const activity of file.activities) {
        const { id } = await this.activities.save(manager, context, newActivity(activity));
        await this.activities.saveCourses(manager, context, id, activity.courses.map(newCourse));
        for (const form of activity.forms) await this.forms.save(manager, context, id, form);
        ids.push({ file: activity, id });
      }
      return ids;
    });
    await this.saveWorkflows(context, activityIds);
    return tenant;
  }

  private async saveWorkflows(context: TenantContext, activities: { file: ActivityFile; id: string }[]) {
    for (const { file, id } of activities) {
      if (file.workflow.length > 0) await this.workflows.save(context, id, file.workflow);
    }
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

const newCreditType = (type: CreditTypeFile) => ({
  ...type,
  unit: { ...type.unit },
  increment: hundredths(type.increment),
});

const newCourse = ({ maxima, ...course }: CourseFile) => ({
  ...course,
  maxima: Object.fromEntries(Object.entries(maxima).map(([key, credits]) => [key, hundredths(credits)])),
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
  maxima: Object.fromEntries(Object.entries(file.maxima).map(([key, credits]) => [key, hundredths(credits)])),
  statements: file.statements,
  signatures: file.signatures.map((signature) => ({ ...signature })),
  durationCredit: file.creditFromDuration === null ? null : { ...file.creditFromDuration },
});
