import { Module } from '@nestjs/common';
import { ProgrammeModule } from '../catalogue/programme/programme.module.js';
import { plugins } from '../plugins.js';
import { DecisionInputsService } from './decision-inputs.js';
import { PluginFaultLog } from './plugin-fault-log.js';
import { PluginRegistry } from './plugin-registry.js';
import { WorkflowRunner } from './workflow-runner.js';
import { WorkflowsService } from './workflows.service.js';

/** Which rules an activity runs, and the decisions they come to. */
@Module({
  imports: [ProgrammeModule],
  providers: [
    // A plugin that cannot be installed refuses the boot here.
    { provide: PluginRegistry, useFactory: () => new PluginRegistry(plugins) },
    {
      provide: WorkflowRunner,
      inject: [PluginRegistry],
      useFactory: (registry: PluginRegistry) => new WorkflowRunner(registry),
    },
    WorkflowsService,
    DecisionInputsService,
    PluginFaultLog,
  ],
  exports: [PluginRegistry, WorkflowRunner, WorkflowsService, DecisionInputsService, PluginFaultLog],
})
export class WorkflowModule {}
