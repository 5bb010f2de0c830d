import { renderMessage, type Terms } from '../messages/render.js';
import type { PluginDefinition } from '../plugin.js';
import type { RuleInput } from '../stages.js';

/** What learners read as the plugin's rule, in American English; empty where they read its `description`. */
export const ruleText = <Config extends object>(
  { rule, messages }: Pick<PluginDefinition<Config>, 'rule' | 'messages'>,
  input: RuleInput<Config>,
  terms: Terms = {},
): string => {
  const voice = { timeZone: input.activity.timeZone, locale: 'en-US' };
  return (rule?.(input) ?? [])
    .map(({ code, facts }) => renderMessage(messages[code] ?? { text: code }, facts, voice, terms).text)
    .join(' ');
};
