import { ConfigRefusedError, parseConfig, secretPaths, type Plugin } from '@laurel/plugin-kit';
import { TimeIsUp, withinTime } from '../time-limit/time-limit.js';
import type { PluginRegistry } from './plugin-registry.js';
import type { WorkflowStep } from '../workflow.types.js';

/** A step as a tenant's workflow stores it, secrets opened. */
export interface OpenedStep {
  readonly plugin: string;
  readonly isEnabled: boolean;
  readonly config: unknown;
  /** The plugin's `configVersion` when the configuration was saved. */
  readonly configVersion: number;
  readonly configRevision: number;
}

/**
 * Reads a stored configuration into the plugin's class, brought up from an older version first. Used on save
 * and on use.
 *
 * @throws ConfigRefusedError with every fault, also when a newer plugin saved it or the upgrade fails.
 */
export const readConfig = (plugin: Plugin, stored: unknown, version: number): object => {
  try {
    // Validators and upgrades are the plugin's own code.
    return withinTime(() => readUnbounded(plugin, stored, version));
  } catch (error) {
    if (error instanceof TimeIsUp) throw refused(`reading it ${error.message}`, error);
    throw error;
  }
};

/**
 * A stored configuration as the plugin's present version would have stored it, for forms and for what a save leaves
 * out; what cannot be brought up is left as it is.
 */
export const presentConfig = (plugin: Plugin, stored: unknown, version: number): Record<string, unknown> => {
  const present = attempt(() => withinTime(() => upgraded(plugin, stored, version))) ?? stored;
  return typeof present === 'object' && present !== null ? { ...present } : {};
};

const attempt = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    if (error instanceof TimeIsUp || error instanceof ConfigRefusedError) return undefined;
    throw error;
  }
};

const readUnbounded = (plugin: Plugin, stored: unknown, version: number): object =>
  parseConfig(plugin.config, upgraded(plugin, stored, version));

/** A stored configuration as the plugin's present version would have stored it; not checked yet. */
const upgraded = (plugin: Plugin, stored: unknown, version: number): unknown => {
  const { configVersion } = plugin;
  if (version === configVersion) return stored;
  if (version > configVersion) {
    throw refused(
      `saved for version ${String(version)} of "${plugin.key}", installed is ${String(configVersion)}; install the newer plugin again`,
    );
  }
  if (plugin.upgradeConfig === undefined) return stored;
  try {
    return plugin.upgradeConfig(structuredClone(stored), version);
  } catch (error) {
    throw refused(`cannot be brought up from version ${String(version)}`, error);
  }
};

/** Makes a step ready to be asked. Never throws: what is wrong becomes the step's `fault`. */
export const readStep = (registry: PluginRegistry, stored: OpenedStep): WorkflowStep => {
  const { plugin: key, isEnabled, configRevision } = stored;
  const plugin = registry.get(key);
  const common = { plugin: key, isEnabled, configRevision };
  if (plugin === undefined) return { ...common, config: NO_CONFIG };
  try {
    return { ...common, config: readConfig(plugin, stored.config, stored.configVersion) };
  } catch (error) {
    if (!(error instanceof ConfigRefusedError)) throw error;
    return { ...common, config: NO_CONFIG, fault: `its configuration is refused: ${error.message}` };
  }
};

const NO_CONFIG = Object.freeze({});

const refused = (reason: string, cause?: unknown): ConfigRefusedError => {
  const error = new ConfigRefusedError([{ path: '', reason }]);
  error.cause = cause;
  return error;
};

/**
 * Copies a stored configuration and passes every secret that is set through `change`; `undefined` takes it out.
 * Serves sealing, opening and hiding alike. Paths are concrete, e.g. `targets.0.token`.
 */
export const mapSecrets = (
  plugin: Plugin,
  config: Readonly<Record<string, unknown>>,
  change: (secret: string, path: string) => unknown,
): Record<string, unknown> => {
  const copy = structuredClone(config);
  for (const path of secretPaths(plugin.config)) mapAt(copy, path.split('.'), [], change);
  return copy;
};

/** The paths of the secrets that are set; all a screen may learn of them. */
export const listSetSecrets = (
  plugin: Plugin,
  config: Readonly<Record<string, unknown>>,
): readonly string[] => {
  const paths: string[] = [];
  mapSecrets(plugin, config, (secret, path) => {
    if (secret !== '') paths.push(path);
    return secret;
  });
  return paths;
};

const mapAt = (
  value: unknown,
  [first, ...rest]: readonly string[],
  above: readonly string[],
  change: (secret: string, path: string) => unknown,
): void => {
  if (first === undefined || typeof value !== 'object' || value === null) return;
  const entries: [string, unknown][] =
    first === '*' ? Object.entries(value) : [[first, Reflect.get(value, first)]];
  for (const [key, child] of entries) {
    const path = [...above, key];
    if (rest.length > 0) {
      mapAt(child, rest, path, change);
    } else if (typeof child === 'string') {
      const changed = change(child, path.join('.'));
      if (changed === undefined) Reflect.deleteProperty(value, key);
      else Reflect.set(value, key, changed);
    }
  }
};
