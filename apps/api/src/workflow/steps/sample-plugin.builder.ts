import {
  allow,
  definePlugin,
  NoConfig,
  PLUGIN_CONTRACT,
  type Plugin,
  type PluginDefinition,
} from '@laurel/plugin-kit';
import { PluginRegistry } from './plugin-registry.js';
import { WorkflowRunner } from '../workflow-runner.js';
import type { Workflow, Wording } from '../workflow.types.js';

/** A plugin for specs: what the spec says, and the rest of a definition. */
export const aPlugin = (over: Partial<PluginDefinition<NoConfig>> = {}): Plugin =>
  definePlugin({
    contract: PLUGIN_CONTRACT,
    key: 'sample',
    version: '1.2.3',
    title: 'Sample',
    description: 'A plugin for specs.',
    config: NoConfig,
    configVersion: 1,
    messages: { no: { text: 'Not this time.', remedy: 'Try another.' } },
    ...over,
  });

/** A runner over these plugins, and a workflow that asks each in this order; without any, of one that allows everything. */
export const aRun = (
  given: readonly Plugin[],
  wording?: Wording,
): { readonly runner: WorkflowRunner; readonly workflow: Workflow } => {
  const plugins = given.length === 0 ? [aPlugin({ offer: () => allow })] : given;
  return {
    runner: new WorkflowRunner(new PluginRegistry(plugins)),
    workflow: {
      revision: 3,
      steps: plugins.map(({ key }) => ({
        plugin: key,
        isEnabled: true,
        config: new NoConfig(),
        configRevision: 7,
      })),
      ...(wording === undefined ? {} : { wording }),
    },
  };
};
