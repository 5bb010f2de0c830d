import { ioStages, PLUGIN_CONTRACT, pureStages, type Plugin, type Stage } from '@laurel/plugin-kit';

/** The list of installed plugins cannot be used; the message says what to change. Refuses the boot. */
export class PluginRegistryError extends Error {
  override readonly name = 'PluginRegistryError';
}

const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Words that codes and trails use for the host itself. */
const RESERVED = new Set(['host', 'plugin']);

/** The installed plugins by key. */
export class PluginRegistry {
  readonly #plugins = new Map<string, Plugin>();

  /** @throws PluginRegistryError naming every plugin that cannot be installed, and what would help. */
  constructor(plugins: readonly Plugin[]) {
    const faults: string[] = [];
    for (const plugin of plugins) {
      const fault = this.#findFault(plugin);
      if (fault === null) this.#plugins.set(plugin.key, plugin);
      else faults.push(fault);
    }
    if (faults.length > 0) throw new PluginRegistryError(faults.join('\n'));
  }

  get(key: string): Plugin | undefined {
    return this.#plugins.get(key);
  }

  /** Every plugin, in the order of the list. */
  all(): readonly Plugin[] {
    return [...this.#plugins.values()];
  }

  #findFault(plugin: Plugin): string | null {
    const { key } = plugin;
    // A plugin compiled elsewhere may have been built for another contract, whatever its type says here.
    const contract: unknown = plugin.contract;
    if (contract !== PLUGIN_CONTRACT) {
      return (
        `The plugin "${key}" was built for contract ${String(contract)}, this host speaks contract ` +
        `${String(PLUGIN_CONTRACT)}. Build it against this version of @laurel/plugin-kit, or take it out of ` +
        'apps/api/src/plugins.ts.'
      );
    }
    if (!KEY.test(key) || RESERVED.has(key)) {
      return `The plugin key "${key}" cannot be used. Rename it in kebab-case, like its folder under plugins/.`;
    }
    if (this.#plugins.has(key)) {
      return (
        `Two plugins have the key "${key}". Rename one, or list it only once in apps/api/src/plugins.ts; ` +
        'stored workflows name plugins by their key.'
      );
    }
    if (stagesOf(plugin).length === 0) {
      return `The plugin "${key}" has no stage, so it would never be asked. Give it one, or take it out of apps/api/src/plugins.ts.`;
    }
    return null;
  }
}

/** The stages a plugin answers, in the order of a claim. */
export const stagesOf = (plugin: Plugin): readonly Stage[] => {
  const [collect, deliver] = ioStages;
  return [collect, ...pureStages, deliver].filter((stage) => plugin[stage] !== undefined);
};
