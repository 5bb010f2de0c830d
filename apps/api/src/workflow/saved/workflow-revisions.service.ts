import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivitiesService } from '../../catalogue/activities.service.js';
import { TenantDatabase } from '../../database/tenant-database.js';
import { DomainError } from '../../problem/domain-error.js';
import type { StaffContext, TenantContext } from '../../tenancy/tenant-context.js';
import { presentConfig } from '../steps/plugin-config.js';
import { PluginRegistry } from '../steps/plugin-registry.js';
import { stepView } from './step-view.js';
import { WorkflowEditingService } from './workflow-editing.service.js';
import type { WorkflowDto, WorkflowRevisionContentDto, WorkflowRevisionDto } from './workflow.dto.js';
import { WorkflowsService } from './workflows.service.js';

const MAX_LISTED = 200;

/** What an activity's workflow was, who saved it, and how it is put back. */
@Injectable()
export class WorkflowRevisionsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly activities: ActivitiesService,
    private readonly workflows: WorkflowsService,
    private readonly editing: WorkflowEditingService,
    private readonly registry: PluginRegistry,
  ) {}

  /** Newest first. Throws DomainError `not_found`. */
  async list(context: StaffContext, activityId: string): Promise<WorkflowRevisionDto[]> {
    return this.database.transaction(context, async (manager) => {
      await this.activities.find(manager, context, activityId);
      return find(manager, context, activityId);
    });
  }

  /** One revision with the configuration of its steps. Throws DomainError `not_found`. */
  async read(
    context: StaffContext,
    activityId: string,
    revision: number,
  ): Promise<WorkflowRevisionContentDto> {
    return this.database.transaction(context, async (manager) => {
      await this.activities.find(manager, context, activityId);
      const [row] = await find(manager, context, activityId, revision);
      if (row === undefined) throw unknownRevision(revision);
      const { steps } = await this.workflows.opened(manager, context, activityId, revision);
      return { ...row, steps: steps.map((step) => stepView(this.registry, step, revision)) };
    });
  }

  /**
   * Saves what a revision holds as the next one, its secrets as they were then: none of another revision's gets to
   * the addresses of this one.
   *
   * @param seen the revision in force that the person saw
   * @throws DomainError `not_found`; `workflow.changed`; `workflow.invalid` where it would be refused today
   */
  async restore(
    context: StaffContext,
    activityId: string,
    revision: number,
    seen: number,
  ): Promise<WorkflowDto> {
    return this.database.transaction(context, async (manager) => {
      await this.activities.find(manager, context, activityId);
      const { revision: found, steps } = await this.workflows.opened(manager, context, activityId, revision);
      if (found !== revision) throw unknownRevision(revision);
      const restored = steps.map((step) => {
        const plugin = this.registry.get(step.plugin);
        const config =
          plugin === undefined ? step.config : presentConfig(plugin, step.config, step.configVersion);
        return { plugin: step.plugin, isEnabled: step.isEnabled, config };
      });
      return this.editing.saveIn(manager, context, activityId, restored, { seen, restores: revision });
    });
  }
}

const unknownRevision = (revision: number): DomainError =>
  new DomainError('not_found', { detail: `This workflow has no revision ${String(revision)}.` });

type Row = Omit<WorkflowRevisionDto, 'savedAt' | 'savedBy'> & {
  savedAt: Date;
  staffId: string | null;
  staffName: string | null;
};

const find = async (
  manager: EntityManager,
  { tenant }: Pick<TenantContext, 'tenant'>,
  activityId: string,
  revision: number | null = null,
): Promise<WorkflowRevisionDto[]> => {
  const rows: Row[] = await manager.query(REVISIONS, [tenant.id, activityId, revision, MAX_LISTED]);
  return rows.map(({ staffId, staffName, savedAt, ...row }) => ({
    ...row,
    savedAt: Temporal.Instant.fromEpochMilliseconds(savedAt.getTime()).toString(),
    savedBy: staffId === null ? null : { id: staffId, name: staffName ?? '' },
  }));
};

/** Whatever staff save is in the audit log with its revision; all else came from the command line. */
const REVISIONS = `
  select w.revision, w.created_at as "savedAt", s.id as "staffId", a.display_name as "staffName",
    (e.details->>'restores')::int as "restoredFrom",
    (select coalesce(jsonb_agg(jsonb_build_object('plugin', step->'plugin', 'isEnabled', step->'isEnabled')
              order by position), '[]')
     from jsonb_array_elements(w.steps) with ordinality as listed(step, position)) as steps
  from workflows w
  left join audit_events e on e.tenant_id = $1 and e.subject_id = w.activity_id
    and e.action = 'workflow.saved' and (e.details->>'revision')::int = w.revision
  left join staff_members s on s.tenant_id = $1 and e.actor = 'staff:' || s.id
  left join accounts a on a.id = s.account_id
  where w.tenant_id = $1 and w.activity_id = $2 and ($3::int is null or w.revision = $3)
  order by w.revision desc limit $4`;
