import { Module } from '@nestjs/common';
import { configSchema } from '@laurel/plugin-kit';
import { ActivitiesModule } from '../catalogue/activities.module.js';
import { ProgrammeModule } from '../catalogue/programme/programme.module.js';
import { HealthProbes } from '../health/health-probes.js';
import { plugins } from '../plugins.js';
import { DecisionInputsService } from './inputs/decision-inputs.service.js';
import { OutsideHttp } from './outside/outside-http.js';
import { PluginFaultLog } from './decisions/plugin-fault-log.js';
import { RuleTeller } from './rules/rule-teller.js';
import { TrailRules } from './rules/trail-rules.service.js';
import { PluginRegistry } from './steps/plugin-registry.js';
import { StepSettings } from './steps/step-settings.js';
import { WorkflowEditingService } from './saved/workflow-editing.service.js';
import { WorkflowRevisionsService } from './saved/workflow-revisions.service.js';
import { WorkflowRunner } from './workflow-runner.js';
import { WorkflowsController } from './saved/workflows.controller.js';
import { WorkflowsService } from './saved/workflows.service.js';

/** Which rules an activity runs, and the decisions they come to. */
@Module({
  imports: [ActivitiesModule, ProgrammeModule],
  controllers: [WorkflowsController],
  providers: [
    // A plugin that cannot be installed refuses the boot here.
    { provide: PluginRegistry, useFactory: () => new PluginRegistry(plugins) },
    {
      provide: WorkflowRunner,
      inject: [PluginRegistry],
      useFactory: (registry: PluginRegistry) => new WorkflowRunner(registry),
    },
    {
      provide: RuleTeller,
      inject: [PluginRegistry],
      useFactory: (registry: PluginRegistry) => new RuleTeller(registry),
    },
    TrailRules,
    WorkflowsService,
    WorkflowEditingService,
    WorkflowRevisionsService,
    DecisionInputsService,
    OutsideHttp,
    PluginFaultLog,
    StepSettings,
  ],
  exports: [
    PluginRegistry,
    WorkflowRunner,
    TrailRules,
    WorkflowsService,
    DecisionInputsService,
    OutsideHttp,
    PluginFaultLog,
    StepSettings,
  ],
})
export class WorkflowModule {
  /** One society's broken step is its own matter; not ready is only a process whose plugins cannot be asked at all. */
  constructor(probes: HealthProbes, registry: PluginRegistry) {
    probes.register('plugins', () => {
      for (const { key, config } of registry.all()) {
        if (configSchema(config).type !== 'object') {
          return Promise.reject(new Error(`The plugin ${key} has no configuration to be read with`));
        }
      }
      return Promise.resolve();
    });
  }
}
