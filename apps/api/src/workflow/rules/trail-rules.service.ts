import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TenantContext } from '../../tenancy/tenant-context.js';
import { PluginFaultLog } from '../decisions/plugin-fault-log.js';
import type { DecisionInputs } from '../inputs/decision-inputs.js';
import { WorkflowsService } from '../saved/workflows.service.js';
import { hostRules, isHostCode } from '../trail/host-messages.js';
import type { TrailRecord, Workflow } from '../workflow.types.js';
import { type AskedRule, RuleTeller, type RuleSubject } from './rule-teller.js';

type Tenant = Pick<TenantContext, 'tenant'>;

/** The rule behind an entry of a trail, in words; undefined for a plugin that is gone, and where nothing was decided. */
export type RuleOf = (entry: TrailRecord) => string | undefined;

/** Tells the rules behind decision trails, each as its step was set in the revision by which it decided. */
@Injectable()
export class TrailRules {
  constructor(
    private readonly teller: RuleTeller,
    private readonly workflows: WorkflowsService,
    private readonly faults: PluginFaultLog,
  ) {}

  /** The rules behind a trail that was worked out now, by the workflow in force. */
  ofDecided(context: Tenant, inputs: DecisionInputs, trail: readonly TrailRecord[]): RuleOf {
    return this.tell(context, inputs.ruleSubject, trail, [inputs.workflow]);
  }

  /** The rules behind a trail that was stored, whose entries may have been decided by several revisions. */
  async ofStored(
    manager: EntityManager,
    context: Tenant,
    inputs: DecisionInputs,
    trail: readonly TrailRecord[],
  ): Promise<RuleOf> {
    const { wording } = inputs.workflow;
    const workflows: Workflow[] = [];
    for (const revision of new Set(trail.map(({ configRevision }) => configRevision))) {
      if (revision === null) continue;
      const workflow = await this.workflows.ofRevision(manager, context, inputs.activity.id, revision);
      workflows.push(wording === undefined ? workflow : { ...workflow, wording });
    }
    return this.tell(context, inputs.ruleSubject, trail, workflows);
  }

  /** Each rule is told once, however many entries it is behind. */
  private tell(
    context: Tenant,
    subject: RuleSubject,
    trail: readonly TrailRecord[],
    workflows: readonly Workflow[],
  ): RuleOf {
    const asked = new Map<string, AskedRule>();
    for (const entry of trail) {
      if (asked.has(stepOf(entry)) || isHostCode(entry.reason.code)) continue;
      const workflow = workflows.find(({ revision }) => revision === entry.configRevision) ?? NO_WORKFLOW;
      asked.set(stepOf(entry), { workflow, plugin: entry.plugin });
    }
    const rules = this.teller.tellAll([...asked.values()], subject);
    this.faults.note(
      context,
      rules.flatMap(({ fault }) => fault ?? []),
    );
    const told = new Map([...asked.keys()].map((step, index) => [step, rules[index]?.text]));
    return (entry) =>
      isHostCode(entry.reason.code) ? hostRules[entry.reason.code] : told.get(stepOf(entry));
  }
}

const stepOf = ({ plugin, configRevision }: TrailRecord): string => `${plugin} ${String(configRevision)}`;

/** Where the revision is not known, every plugin is described in general. */
const NO_WORKFLOW: Workflow = Object.freeze({ revision: 0, steps: Object.freeze([]) });
