import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { DomainError, type Fault } from '../problem/domain-error.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { mapSecrets, presentConfig } from '../workflow/steps/plugin-config.js';
import { PluginRegistry } from '../workflow/steps/plugin-registry.js';
import { NO_STEP_ON } from '../workflow/steps/step-checks.js';
import { WorkflowsService, type NewStep, type OpenedWorkflow } from '../workflow/saved/workflows.service.js';
import { workflowDifferences } from './workflow-differences.js';

/** An activity's workflow as a tenant file has it. */
export interface FiledWorkflow {
  readonly activityId: string;
  /** The activity's own code, for people. */
  readonly code: string;
  /** Where it stands in the file, e.g. `activities.0.workflow`. */
  readonly field: string;
  readonly steps: readonly NewStep[];
}

/** The workflows of a tenant file: saved where the society did not go its own way since. */
@Injectable()
export class FiledWorkflows {
  constructor(
    private readonly workflows: WorkflowsService,
    private readonly plugins: PluginRegistry,
    private readonly audit: AuditService,
  ) {}

  /**
   * Saves each as its activity's workflow. An empty one says nothing about the activity's: where it has none, it copies
   * the society's.
   *
   * @throws DomainError `workflow.invalid` with every fault of every workflow; `workflow.kept` with every difference
   *   where staff saved the workflow in force, unless it `isReplacing` those
   */
  async save(
    manager: EntityManager,
    context: TenantContext,
    filed: readonly FiledWorkflow[],
    ofSociety: readonly NewStep[],
    isReplacing: boolean,
  ): Promise<void> {
    const faults: Fault[] = [];
    const kept: Fault[] = [];
    for (const own of filed) {
      const isCopied = own.steps.length === 0 && ofSociety.length > 0;
      const workflow = isCopied ? { ...own, field: 'workflow', steps: ofSociety } : own;
      try {
        if (own.steps.length === 0 && (await this.hasOne(manager, context, own.activityId))) continue;
        if (workflow.steps.length === 0) throw new DomainError('workflow.invalid', { faults: [NO_STEP_ON] });
        kept.push(...(await this.saveOne(manager, context, workflow, isReplacing)));
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'workflow.invalid') throw error;
        faults.push(...(error.details.faults ?? []).map((fault) => inFile(fault, workflow.field)));
      }
    }
    if (faults.length > 0) throw new DomainError('workflow.invalid', { faults });
    if (kept.length > 0) throw new DomainError('workflow.kept', { faults: kept });
  }

  /** The steps that an activity runs, by plugin, as they may be told. */
  async inForce(manager: EntityManager, context: TenantContext, activityId: string): Promise<object> {
    const { steps } = await this.workflows.opened(manager, context, activityId);
    return Object.fromEntries(
      this.shown(steps).map(({ plugin, isEnabled, config }) => [plugin, { isEnabled, config }]),
    );
  }

  private async hasOne(manager: EntityManager, context: TenantContext, activityId: string): Promise<boolean> {
    const { revision } = await this.workflows.opened(manager, context, activityId);
    return revision > 0;
  }

  private async saveOne(
    manager: EntityManager,
    context: TenantContext,
    { activityId, code, field, steps }: FiledWorkflow,
    isReplacing: boolean,
  ): Promise<readonly Fault[]> {
    const before = await this.workflows.opened(manager, context, activityId);
    const revision = await this.workflows.saveIn(manager, context, activityId, steps, { checksNames: true });
    if (revision === before.revision || !(await this.isOfStaff(manager, context, activityId, before)))
      return [];
    if (isReplacing) {
      await this.audit.record(manager, context, {
        action: 'workflow.saved',
        subjectId: activityId,
        details: { revision, replacesRevision: before.revision, plugins: steps.map(({ plugin }) => plugin) },
      });
      return [];
    }
    const differences = workflowDifferences(this.shown(before.steps), this.shown(steps));
    return (differences.length === 0 ? ['a secret'] : differences).map((difference) => ({
      field,
      code: 'workflow.differs',
      message: `${code}, ${difference}`,
    }));
  }

  private isOfStaff(
    manager: EntityManager,
    context: TenantContext,
    activityId: string,
    { revision }: OpenedWorkflow,
  ): Promise<boolean> {
    const event = { action: 'workflow.saved', subjectId: activityId, details: { revision } };
    return this.audit.isOfStaff(manager, context, event);
  }

  /** Steps as they may be told: without secrets, in the present form of their plugin's configuration. */
  private shown(steps: readonly (NewStep & { readonly configVersion?: number })[]): readonly NewStep[] {
    return steps.map(({ plugin: key, isEnabled, config, configVersion }) => {
      const plugin = this.plugins.get(key);
      if (plugin === undefined) return { plugin: key, isEnabled, config: {} };
      const present = presentConfig(plugin, config, configVersion ?? plugin.configVersion);
      return { plugin: key, isEnabled, config: mapSecrets(plugin, present, () => undefined) };
    });
  }
}

const inFile = (fault: Fault, field: string): Fault =>
  fault.field === undefined ? fault : { ...fault, field: fault.field.replace(/^steps/, field) };
