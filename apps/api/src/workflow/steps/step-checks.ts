import { ConfigRefusedError, configReferences, type Plugin } from '@laurel/plugin-kit';
import { DomainError, type Fault } from '../../problem/domain-error.js';
import { configuredAddresses } from '../outside/configured-hosts-http.js';
import { unknownName, type KnownNames } from './known-names.js';
import { listSetSecrets, presentConfig, readConfig } from './plugin-config.js';
import type { PluginRegistry } from './plugin-registry.js';
import { keepSecrets } from './sealed-config.js';
import type { StoredStep } from '../saved/workflow.entity.js';

/** A step as it is handed in to be saved. */
export interface NewStep {
  readonly plugin: string;
  readonly isEnabled: boolean;
  /** A secret that is left out stays as it is stored, while the addresses stay too; `null` takes it out. */
  readonly config: Readonly<Record<string, unknown>>;
}

/** A step that may be saved, its secrets open. */
export interface CheckedStep {
  readonly plugin: Plugin;
  readonly isEnabled: boolean;
  readonly config: Record<string, unknown>;
}

/** Without a rule everybody could claim everything, at any time; nobody wants that, and it is easily sent. */
export const NO_STEP_ON: Fault = {
  field: 'steps',
  code: 'steps.none',
  message:
    'Without any step that is on, everybody could claim everything at any time. Leave at least one step on.',
};

/**
 * Checks a whole workflow, with the secrets it leaves out taken from the steps before, which are open.
 *
 * @param names what the steps may name; without them, names are not looked up
 * @throws DomainError `workflow.invalid` with every fault of every step.
 */
export const checkSteps = (
  registry: PluginRegistry,
  steps: readonly NewStep[],
  before: readonly StoredStep[],
  names?: KnownNames,
): readonly CheckedStep[] => {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const checked = steps.flatMap(({ plugin: key, isEnabled, config: given }, index): CheckedStep[] => {
    const field = `steps.${String(index)}`;
    const plugin = registry.get(key);
    if (plugin === undefined) {
      const installed = registry.all().map((one) => one.key);
      faults.push({
        field: `${field}.plugin`,
        code: 'plugin.unknown',
        message: `There is no plugin "${key}". Installed are: ${installed.join(', ')}.`,
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
    const stored = before.find((step) => step.plugin === key);
    const known =
      stored === undefined ? undefined : presentConfig(plugin, stored.config, stored.configVersion);
    const config = known === undefined ? { ...given } : keepSecrets(plugin, given, known);
    if (known !== undefined) faults.push(...movedSecretFaults(plugin, { given, config, known }, field));
    faults.push(...configFaults(plugin, config, field));
    if (names !== undefined) faults.push(...nameFaults(plugin, config, names, field));
    return [{ plugin, isEnabled, config }];
  });
  if (!steps.some(({ isEnabled }) => isEnabled)) faults.push(NO_STEP_ON);
  if (faults.length > 0) throw new DomainError('workflow.invalid', { faults });
  return checked;
};

/**
 * Whoever may write an address does not know the secrets: where the addresses change, a secret that is kept would be
 * sent to one that it was not given for. The path counts as well: several parties may share a host.
 */
const movedSecretFaults = (
  plugin: Plugin,
  { given, config, known }: Record<'given' | 'config' | 'known', Readonly<Record<string, unknown>>>,
  field: string,
): readonly Fault[] => {
  if (configuredAddresses(config).symmetricDifference(configuredAddresses(known)).size === 0) return [];
  const named = new Set(listSetSecrets(plugin, given));
  return listSetSecrets(plugin, config)
    .filter((path) => !named.has(path))
    .map((path) => ({
      field: `${field}.config.${path}`,
      code: 'secret.address_changed',
      message: `${plugin.title}: Give the secret again, because the address has changed.`,
    }));
};

const configFaults = (plugin: Plugin, config: Record<string, unknown>, field: string): readonly Fault[] => {
  try {
    readConfig(plugin, config, plugin.configVersion);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigRefusedError)) throw error;
    return error.faults.map(({ path, reason }) => ({
      field: path === '' ? `${field}.config` : `${field}.config.${path}`,
      code: 'config.invalid',
      message: `${plugin.title}: ${reason}`,
    }));
  }
};

/** Names of what the society does not have: a rule about them would never apply, and nobody would be told. */
const nameFaults = (
  plugin: Plugin,
  config: Record<string, unknown>,
  names: KnownNames,
  field: string,
): readonly Fault[] =>
  configReferences(plugin.config, config).flatMap((reference) => {
    const message = unknownName(names, reference);
    if (message === null) return [];
    return [
      {
        field: `${field}.config.${reference.path}`,
        code: 'name.unknown',
        message: `${plugin.title}: ${message}`,
      },
    ];
  });
