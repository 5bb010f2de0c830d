import { allow, definePlugin, deny, PLUGIN_CONTRACT } from '@laurel/plugin-kit';
import { CreditExpiryConfig } from './credit-expiry.config.js';
import { messages } from './credit-expiry.messages.js';

/** Why this rule exists, and where it comes from. */
export const creditExpiryPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'credit-expiry',
  version: '0.1.0',
  title: 'Credit expiry',
  description: 'Keeps sessions of some categories from being claimed.',
  config: CreditExpiryConfig,
  configVersion: 1,
  messages,

  offer({ offering, config }) {
    const { category } = offering;
    return config.excludedCategories.includes(category) ? deny('category-excluded', { category }) : allow;
  },
});
