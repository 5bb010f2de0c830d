import { Injectable } from '@nestjs/common';
import { ConfigRefusedError } from '@laurel/plugin-kit';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { isSameJson } from '../database/same-json.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError, type Fault } from '../problem/domain-error.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { readConfig, readStep } from './plugin-config.js';
import { PluginRegistry } from './plugin-registry.js';
import { StoredWorkflow, type StoredStep } from './workflow.entity.js';
import type { Workflow } from './workflow.types.js';

/** A step as it is handed in to be saved. */
export interface NewStep {
  readonly plugin: string;
  readonly isEnabled: boolean;
  readonly config: Readonly<Record<string, unknown>>;
}

const NO_WORKFLOW: Workflow = Object.freeze({ revision: 0, steps: Object.freeze([]) });

/** Parsed workflows kept in memory; a few kilobytes each. */
const MAX_CACHED = 1_000;

/** An activity's own ordered list of configured plugins. */
@Injectable()
export class WorkflowsService {
  private readonly parsed = new Map<string, Workflow>();

  constructor(
    private readonly database: TenantDatabase,
    private readonly registry: PluginRegistry,
  ) {}

  /** The workflow in force of an activity; an activity without one has an empty workflow of revision 0. */
  async current(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    activityId: string,
  ): Promise<Workflow> {
    const revision = await manager.maximum(StoredWorkflow, 'revision', {
      tenantId: context.tenant.id,
      activityId,
    });
    return this.ofRevision(manager, context, activityId, revision);
  }

  /** A workflow whose revision is known already. A revision never changes, so it is parsed once. */
  async ofRevision(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    activityId: string,
    revision: number | null,
  ): Promise<Workflow> {
    if (revision === null) return NO_WORKFLOW;
    const tenantId = context.tenant.id;
    const key = `${tenantId}/${activityId}/${String(revision)}`;
    const known = this.parsed.get(key);
    if (known !== undefined) return known;
    const { steps } = await manager.findOneOrFail(StoredWorkflow, {
      where: { tenantId, activityId, revision },
    });
    const workflow: Workflow = Object.freeze({
      revision,
      steps: Object.freeze(
        steps.map((step) => Object.freeze(readStep(this.registry, { ...step, configRevision: revision }))),
      ),
    });
    if (this.parsed.size >= MAX_CACHED) {
      const oldest = this.parsed.keys().next();
      if (oldest.done !== true) this.parsed.delete(oldest.value);
    }
    this.parsed.set(key, workflow);
    return workflow;
  }

  /**
   * Saves a whole workflow as the activity's next revision, and answers that revision. Saving what is in force
   * already changes nothing. Steps whose plugin is not installed are refused here; one that was saved earlier and
   * whose plugin is gone since stays in the workflow and counts as failed.
   *
   * @throws DomainError `workflow.invalid` with every fault of every step.
   */
  async save(
    context: Pick<TenantContext, 'tenant'>,
    activityId: string,
    steps: readonly NewStep[],
  ): Promise<number> {
    return this.database.transaction(context, (manager) => this.saveIn(manager, context, activityId, steps));
  }

  /** As `save`, in a transaction that does more. */
  async saveIn(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    activityId: string,
    steps: readonly NewStep[],
  ): Promise<number> {
    const stored = this.check(steps);
    const tenantId = context.tenant.id;
    // Two people who save at once get one revision after the other.
    const activities: unknown[] = await manager.query(
      `select id from activities where tenant_id = $1 and id = $2 for no key update`,
      [tenantId, activityId],
    );
    if (activities.length === 0) throw new DomainError('not_found');
    const last = await manager.findOne(StoredWorkflow, {
      where: { tenantId, activityId },
      order: { revision: 'DESC' },
    });
    if (last !== null && isSameJson(last.steps, stored)) return last.revision;
    const revision = (last?.revision ?? 0) + 1;
    await manager.query(
      `insert into workflows (tenant_id, id, activity_id, revision, steps) values ($1, $2, $3, $4, $5)`,
      [tenantId, uuid(), activityId, revision, JSON.stringify(stored)],
    );
    return revision;
  }

  private check(steps: readonly NewStep[]): StoredStep[] {
    const faults: Fault[] = [];
    const seen = new Set<string>();
    const stored = steps.flatMap(({ plugin: key, isEnabled, config }, index): StoredStep[] => {
      const field = `steps.${String(index)}`;
      const plugin = this.registry.get(key);
      if (plugin === undefined) {
        faults.push({
          field: `${field}.plugin`,
          code: 'plugin.unknown',
          message: `There is no plugin "${key}". Installed are: ${this.installed()}.`,
        });
        return [];
      }
      if (seen.has(key)) {
        faults.push({
          field: `${field}.plugin`,
          code: 'plugin.twice',
          message: `"${key}" is in the workflow already. Put both rules into one configuration.`,
        });
      }
      seen.add(key);
      try {
        readConfig(plugin, config, plugin.configVersion);
      } catch (error) {
        if (!(error instanceof ConfigRefusedError)) throw error;
        for (const { path, reason } of error.faults) {
          const at = path === '' ? `${field}.config` : `${field}.config.${path}`;
          faults.push({ field: at, code: 'config.invalid', message: `${plugin.title}: ${reason}` });
        }
      }
      return [{ plugin: key, isEnabled, configVersion: plugin.configVersion, config: { ...config } }];
    });
    if (faults.length > 0) throw new DomainError('workflow.invalid', { faults });
    return stored;
  }

  private installed(): string {
    return this.registry
      .all()
      .map(({ key }) => key)
      .join(', ');
  }
}
