import { allow, definePlugin, deny, PLUGIN_CONTRACT } from '@laurel/plugin-kit';
import { CourseCompletionsConfig } from './course-completions.config.js';
import { messages } from './course-completions.messages.js';

/** Why this rule exists, and where it comes from. */
export const courseCompletionsPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'course-completions',
  version: '0.1.0',
  title: 'Course completions',
  description: 'Keeps sessions of some categories from being claimed.',
  config: CourseCompletionsConfig,
  configVersion: 1,
  messages,

  offer({ offering, config }) {
    const { category } = offering;
    return config.excludedCategories.includes(category) ? deny('category-excluded', { category }) : allow;
  },
});
