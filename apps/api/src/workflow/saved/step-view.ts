import { listSetSecrets, mapSecrets, presentConfig, readStep } from '../steps/plugin-config.js';
import type { PluginRegistry } from '../steps/plugin-registry.js';
import type { StoredStepDto } from './workflow.dto.js';
import type { StoredStep } from './workflow.entity.js';

/** A step as staff may see it: secrets are named where they are set, and never told. */
export const stepView = (
  registry: PluginRegistry,
  step: StoredStep,
  configRevision: number,
): StoredStepDto => {
  const { plugin: key, isEnabled } = step;
  const plugin = registry.get(key);
  // Without the plugin nothing says which of the fields are secret.
  if (plugin === undefined) {
    return { plugin: key, isEnabled, config: {}, secrets: [], fault: 'the plugin is not installed' };
  }
  const config = presentConfig(plugin, step.config, step.configVersion);
  const { fault } = readStep(registry, { ...step, configRevision });
  return {
    plugin: key,
    isEnabled,
    config: mapSecrets(plugin, config, () => undefined),
    secrets: [...listSetSecrets(plugin, config)],
    ...(fault === undefined ? {} : { fault }),
  };
};
