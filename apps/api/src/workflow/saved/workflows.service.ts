import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { isSameJson } from '../../database/same-json.js';
import { TenantDatabase } from '../../database/tenant-database.js';
import { DomainError } from '../../problem/domain-error.js';
import { SealBroken, Sealing } from '../../sealing/sealing.js';
import type { TenantContext } from '../../tenancy/tenant-context.js';
import { findKnownNames } from '../steps/known-names.js';
import { readStep } from '../steps/plugin-config.js';
import { PluginRegistry } from '../steps/plugin-registry.js';
import { openConfig, sealConfig } from '../steps/sealed-config.js';
import { checkSteps, type CheckedStep, type NewStep } from '../steps/step-checks.js';
import { StoredWorkflow, type StoredStep } from './workflow.entity.js';
import type { Workflow, WorkflowStep } from '../workflow.types.js';

export type { NewStep } from '../steps/step-checks.js';

type Tenant = Pick<TenantContext, 'tenant'>;

/** A stored workflow with its secrets open; never to be sent. */
export interface OpenedWorkflow {
  /** 0 while nothing was saved. */
  readonly revision: number;
  readonly savedAt: Temporal.Instant | null;
  readonly steps: readonly StoredStep[];
}

/** How a workflow is saved. */
export interface SaveOptions {
  /** The revision that the change is based on, where a person made it; nobody's work is overwritten. */
  readonly seen?: number;
  /** Whether credit types, forms, templates and so on that the steps name must exist. */
  readonly checksNames?: boolean;
  /** The revision whose steps these are: they have its secrets and no other's. */
  readonly restores?: number;
}

/** Told in the transaction that saves a workflow, also when what was saved is in force already. */
export type WorkflowListener = (
  manager: EntityManager,
  context: Tenant,
  activityId: string,
  workflow: Workflow,
) => Promise<void>;

const NO_WORKFLOW: Workflow = Object.freeze({ revision: 0, steps: Object.freeze([]) });

/** Parsed workflows kept in memory; a few kilobytes each. */
const MAX_CACHED = 1_000;

/** An activity's own ordered list of configured plugins. */
@Injectable()
export class WorkflowsService {
  private readonly parsed = new Map<string, Workflow>();
  private readonly listeners: WorkflowListener[] = [];

  constructor(
    private readonly database: TenantDatabase,
    private readonly registry: PluginRegistry,
    private readonly sealing: Sealing,
  ) {}

  /** Has a feature do its part when a workflow is saved. Called in `onModuleInit`. */
  onSaved(listener: WorkflowListener): void {
    this.listeners.push(listener);
  }

  /** The workflow in force; an activity without one has an empty one of revision 0, by which nothing is claimed. */
  async current(manager: EntityManager, context: Tenant, activityId: string): Promise<Workflow> {
    const revision = await manager.maximum(StoredWorkflow, 'revision', {
      tenantId: context.tenant.id,
      activityId,
    });
    return this.ofRevision(manager, context, activityId, revision);
  }

  /** A workflow whose revision is known already. A revision never changes, so it is parsed once. */
  async ofRevision(
    manager: EntityManager,
    context: Tenant,
    activityId: string,
    revision: number | null,
  ): Promise<Workflow> {
    if (revision === null || revision === NO_WORKFLOW.revision) return NO_WORKFLOW;
    const tenantId = context.tenant.id;
    const key = `${tenantId}/${activityId}/${String(revision)}`;
    const known = this.parsed.get(key);
    if (known !== undefined) return known;
    const { steps } = await manager.findOneOrFail(StoredWorkflow, {
      where: { tenantId, activityId, revision },
    });
    const workflow: Workflow = Object.freeze({
      revision,
      steps: Object.freeze(steps.map((step) => Object.freeze(this.readStored(context, step, revision)))),
    });
    if (this.parsed.size >= MAX_CACHED) {
      const oldest = this.parsed.keys().next();
      if (oldest.done !== true) this.parsed.delete(oldest.value);
    }
    this.parsed.set(key, workflow);
    return workflow;
  }

  /** The society's activities without any step that is on: at these nothing can be claimed. By id. */
  async withoutRules(context: Tenant): Promise<ReadonlySet<string>> {
    const rows = await this.database.transaction(context, (manager) =>
      manager.query<{ id: string }[]>(
        `select a.id from activities a where a.tenant_id = $1 and not exists (
           select from (select steps from workflows where tenant_id = $1 and activity_id = a.id
             order by revision desc limit 1) w, jsonb_array_elements(w.steps) step
           where (step->>'isEnabled')::boolean)`,
        [context.tenant.id],
      ),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** What is stored of an activity's workflow in force, or of an earlier revision. */
  async opened(
    manager: EntityManager,
    context: Tenant,
    activityId: string,
    revision?: number,
  ): Promise<OpenedWorkflow> {
    const row = await manager.findOne(StoredWorkflow, {
      where: { tenantId: context.tenant.id, activityId, ...(revision === undefined ? {} : { revision }) },
      order: { revision: 'DESC' },
    });
    return {
      revision: row?.revision ?? 0,
      savedAt: row?.createdAt ?? null,
      steps: (row?.steps ?? []).map((step) => this.open(context, step).step),
    };
  }

  /**
   * Saves a whole workflow as the activity's next revision, and answers that revision. Saving what is in force
   * already changes nothing. Steps whose plugin is not installed are refused here; one that was saved earlier and
   * whose plugin is gone since stays in the workflow and counts as failed.
   *
   * @throws DomainError `not_found`; `workflow.changed`; `workflow.invalid` with every fault of every step.
   */
  async save(context: Tenant, activityId: string, steps: readonly NewStep[]): Promise<number> {
    return this.database.transaction(context, (manager) => this.saveIn(manager, context, activityId, steps));
  }

  /** As `save`, in a transaction that is open already. */
  async saveIn(
    manager: EntityManager,
    context: Tenant,
    activityId: string,
    steps: readonly NewStep[],
    { seen, checksNames = false, restores }: SaveOptions = {},
  ): Promise<number> {
    const tenantId = context.tenant.id;
    // Two people who save at once get one revision after the other.
    const activities: unknown[] = await manager.query(
      `select id from activities where tenant_id = $1 and id = $2 for no key update`,
      [tenantId, activityId],
    );
    if (activities.length === 0) throw new DomainError('not_found', { detail: 'There is no such activity.' });
    const last = await this.opened(manager, context, activityId);
    if (seen !== undefined && seen !== last.revision) {
      throw new DomainError('workflow.changed', { extra: { revision: last.revision } });
    }
    const names = checksNames ? await findKnownNames(manager, context, activityId) : undefined;
    const before =
      restores === undefined
        ? await this.lastOfEach(manager, context, activityId, steps, last.steps)
        : (await this.opened(manager, context, activityId, restores)).steps;
    const checked = checkSteps(this.registry, steps, before, names);
    const isSame = last.revision > 0 && isSameJson(last.steps, checked.map(storable));
    const revision = isSame ? last.revision : last.revision + 1;
    if (!isSame) await this.insert(manager, context, activityId, revision, checked);
    const workflow = this.ready(checked, revision);
    for (const listener of this.listeners) await listener(manager, context, activityId, workflow);
    return revision;
  }

  private async insert(
    manager: EntityManager,
    context: Tenant,
    activityId: string,
    revision: number,
    checked: readonly CheckedStep[],
  ): Promise<void> {
    const sealed = checked.map((step) => ({
      ...storable(step),
      config: sealConfig(step.plugin, step.config, (secret) => this.sealing.seal(context, secret)),
    }));
    await manager.query(
      `insert into workflows (tenant_id, id, activity_id, revision, steps) values ($1, $2, $3, $4, $5)`,
      [context.tenant.id, uuid(), activityId, revision, JSON.stringify(sealed)],
    );
  }

  /**
   * A workflow that is not saved, as it would run; its revision is one after the one in force.
   *
   * @throws DomainError `workflow.invalid` with every fault of every step.
   */
  async draft(
    manager: EntityManager,
    context: Tenant,
    activityId: string,
    steps: readonly NewStep[],
  ): Promise<Workflow> {
    const last = await this.opened(manager, context, activityId);
    const names = await findKnownNames(manager, context, activityId);
    const before = await this.lastOfEach(manager, context, activityId, steps, last.steps);
    return this.ready(checkSteps(this.registry, steps, before, names), last.revision + 1);
  }

  /**
   * The steps in force, and for each that comes back how it was when it was last there, so that its secrets are not
   * lost with it.
   */
  private async lastOfEach(
    manager: EntityManager,
    context: Tenant,
    activityId: string,
    steps: readonly NewStep[],
    inForce: readonly StoredStep[],
  ): Promise<readonly StoredStep[]> {
    const returning = steps
      .map(({ plugin }) => plugin)
      .filter((key) => !inForce.some(({ plugin }) => plugin === key));
    if (returning.length === 0) return inForce;
    const rows: { step: StoredStep }[] = await manager.query(
      `select distinct on (step->>'plugin') step from workflows w, jsonb_array_elements(w.steps) step
       where w.tenant_id = $1 and w.activity_id = $2 and step->>'plugin' = any($3)
       order by step->>'plugin', w.revision desc`,
      [context.tenant.id, activityId, returning],
    );
    return [...inForce, ...rows.map(({ step }) => this.open(context, step).step)];
  }

  private ready(checked: readonly CheckedStep[], revision: number): Workflow {
    const steps = checked.map((step) =>
      readStep(this.registry, { ...storable(step), configRevision: revision }),
    );
    return { revision, steps };
  }

  private readStored(context: Tenant, stored: StoredStep, configRevision: number): WorkflowStep {
    const { step, fault } = this.open(context, stored);
    const read = readStep(this.registry, { ...step, configRevision });
    return fault === undefined ? read : { ...read, fault };
  }

  /** A secret that cannot be opened any more is as good as none; the step says so when it is asked. */
  private open(context: Tenant, step: StoredStep): { readonly step: StoredStep; readonly fault?: string } {
    try {
      return {
        step: { ...step, config: openConfig(step.config, (sealed) => this.sealing.open(context, sealed)) },
      };
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      const config = openConfig(step.config, () => undefined);
      return {
        step: { ...step, config },
        fault: `a secret of its configuration cannot be opened: ${error.message}`,
      };
    }
  }
}

const storable = ({ plugin, isEnabled, config }: CheckedStep): StoredStep => ({
  plugin: plugin.key,
  isEnabled,
  configVersion: plugin.configVersion,
  config,
});
