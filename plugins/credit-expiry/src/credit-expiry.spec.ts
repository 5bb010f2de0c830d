import { describe, expect, it } from '@jest/globals';
import { allow, parseConfig } from '@laurel/plugin-kit';
import { anOffering, anOfferInput, describePlugin } from '@laurel/plugin-kit/conformance';
import { CreditExpiryConfig } from './credit-expiry.config.js';
import { creditExpiryPlugin } from './credit-expiry.plugin.js';

const storedConfig = { excludedCategories: ['Committee Meeting'] };
const config = parseConfig(CreditExpiryConfig, storedConfig);
const ofCategory = (category: string) => anOfferInput(config, { offering: anOffering({ category }) });

describePlugin(creditExpiryPlugin, {
  folder: import.meta.dirname,
  storedConfig,
  offer: {
    'for a lecture': ofCategory('Lecture'),
    'for a committee meeting': ofCategory('Committee Meeting'),
  },
});

describe('credit-expiry', () => {
  it('denies sessions of the excluded categories, and names the category', () => {
    expect(creditExpiryPlugin.offer?.(ofCategory('Lecture'))).toBe(allow);
    expect(creditExpiryPlugin.offer?.(ofCategory('Committee Meeting'))).toEqual({
      allowed: false,
      reason: { code: 'category-excluded', facts: { category: 'Committee Meeting' } },
    });
  });
});
