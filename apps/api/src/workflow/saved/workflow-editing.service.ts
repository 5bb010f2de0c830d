import { Injectable } from '@nestjs/common';
import { configSchema } from '@laurel/plugin-kit';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { ActivitiesService } from '../../catalogue/activities.service.js';
import { TenantDatabase } from '../../database/tenant-database.js';
import type { StaffContext } from '../../tenancy/tenant-context.js';
import type { PluginDto, StoredStepDto, WorkflowDto, WorkflowRevisionsDto } from './workflow.dto.js';
import { listSetSecrets, mapSecrets, presentConfig, readStep } from '../steps/plugin-config.js';
import { PluginRegistry, stagesOf } from '../steps/plugin-registry.js';
import type { NewStep } from '../steps/step-checks.js';
import type { StoredStep } from './workflow.entity.js';
import { WorkflowsService } from './workflows.service.js';

/** How staff see and change an activity's workflow. */
@Injectable()
export class WorkflowEditingService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly activities: ActivitiesService,
    private readonly workflows: WorkflowsService,
    private readonly registry: PluginRegistry,
    private readonly audit: AuditService,
  ) {}

  /** @throws DomainError `not_found` */
  async read(context: StaffContext, activityId: string): Promise<WorkflowDto> {
    return this.database.transaction(context, async (manager) => {
      await this.activities.find(manager, context, activityId);
      return this.show(manager, context, activityId);
    });
  }

  /** @throws DomainError `not_found` */
  async revisions(context: StaffContext, activityId: string): Promise<WorkflowRevisionsDto> {
    return this.database.transaction(context, async (manager) => {
      await this.activities.find(manager, context, activityId);
      const rows = await this.workflows.revisions(manager, context, activityId);
      return { items: rows.map(({ revision, savedAt }) => ({ revision, savedAt: savedAt.toString() })) };
    });
  }

  /**
   * Saves a workflow over the revision that the person saw. Claims that were submitted stay with the revision they
   * were decided by.
   *
   * @throws DomainError `not_found`; `workflow.changed`; `workflow.invalid` with every fault
   */
  async save(
    context: StaffContext,
    activityId: string,
    seen: number,
    steps: readonly NewStep[],
  ): Promise<WorkflowDto> {
    return this.database.transaction(context, async (manager) => {
      const revision = await this.workflows.saveIn(manager, context, activityId, steps, {
        seen,
        checksNames: true,
      });
      if (revision !== seen) {
        await this.audit.record(manager, context, {
          action: 'workflow.saved',
          subjectId: activityId,
          details: { revision, plugins: steps.map(({ plugin }) => plugin) },
        });
      }
      return this.show(manager, context, activityId);
    });
  }

  private async show(
    manager: EntityManager,
    context: StaffContext,
    activityId: string,
  ): Promise<WorkflowDto> {
    const { revision, savedAt, steps } = await this.workflows.opened(manager, context, activityId);
    return {
      revision,
      savedAt: savedAt?.toString() ?? null,
      steps: steps.map((step) => this.stepView(step, revision)),
      plugins: this.registry.all().map((plugin): PluginDto => {
        const { key, version, title, description, config } = plugin;
        return {
          key,
          version,
          title,
          description,
          stages: [...stagesOf(plugin)],
          schema: configSchema(config),
        };
      }),
    };
  }

  private stepView(step: StoredStep, configRevision: number): StoredStepDto {
    const { plugin: key, isEnabled } = step;
    const plugin = this.registry.get(key);
    // Without the plugin nothing says which of the fields are secret.
    if (plugin === undefined) {
      return { plugin: key, isEnabled, config: {}, secrets: [], fault: 'the plugin is not installed' };
    }
    const config = presentConfig(plugin, step.config, step.configVersion);
    const { fault } = readStep(this.registry, { ...step, configRevision });
    return {
      plugin: key,
      isEnabled,
      config: mapSecrets(plugin, config, () => undefined),
      secrets: [...listSetSecrets(plugin, config)],
      ...(fault === undefined ? {} : { fault }),
    };
  }
}
