import { Injectable } from '@nestjs/common';
import { configSchema } from '@laurel/plugin-kit';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { ActivitiesService } from '../../catalogue/activities.service.js';
import { TenantDatabase } from '../../database/tenant-database.js';
import type { StaffContext } from '../../tenancy/tenant-context.js';
import type { PluginDto, WorkflowDto } from './workflow.dto.js';
import { PluginRegistry, stagesOf } from '../steps/plugin-registry.js';
import type { NewStep } from '../steps/step-checks.js';
import { stepView } from './step-view.js';
import { WorkflowsService } from './workflows.service.js';

const WITHOUT_RULES =
  'No step is on, so learners cannot claim anything here. Save a workflow with at least one step that is on, or ' +
  'have the operator apply a tenant file that has one.';

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
    return this.database.transaction(context, (manager) =>
      this.saveIn(manager, context, activityId, steps, { seen }),
    );
  }

  /** As `save`, in a transaction that is open already. */
  async saveIn(
    manager: EntityManager,
    context: StaffContext,
    activityId: string,
    steps: readonly NewStep[],
    { seen, restores }: { readonly seen: number; readonly restores?: number },
  ): Promise<WorkflowDto> {
    const restoring = restores === undefined ? {} : { restores };
    const options = { seen, checksNames: true, ...restoring };
    const revision = await this.workflows.saveIn(manager, context, activityId, steps, options);
    if (revision !== seen) {
      await this.audit.record(manager, context, {
        action: 'workflow.saved',
        subjectId: activityId,
        details: { revision, plugins: steps.map(({ plugin }) => plugin), ...restoring },
      });
    }
    return this.show(manager, context, activityId);
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
      steps: steps.map((step) => stepView(this.registry, step, revision)),
      notice: steps.some(({ isEnabled }) => isEnabled) ? null : WITHOUT_RULES,
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
}
