import type { PluginName } from '../plugin-name.js';

/** A small rule of one stage that works, so that every part of a new plugin has something in it to replace. */
export interface PluginStart {
  /** Of the rule, for the README and for staff; one sentence. */
  readonly description: string;
  /** What the stage answers, for the README's table. */
  readonly answer: string;
  /** Each setting and what it means, for the README's table. */
  readonly settings: readonly (readonly [name: string, meaning: string])[];
  readonly config: (name: PluginName) => string;
  readonly messages: string;
  /** What the plugin imports from the kit besides `definePlugin` and `PLUGIN_CONTRACT`. */
  readonly imports: readonly string[];
  readonly stage: string;
  readonly spec: (name: PluginName) => string;
}
