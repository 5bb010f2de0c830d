export { describePlugin } from './describe-plugin.js';
export * from './inputs.builder.js';
export { ruleText } from './rule-text.js';
export type { IoSample, Named, PluginSamples } from './samples.js';
export * from './views.builder.js';
export { ImpureStageError, withoutWorld } from './without-world.js';
