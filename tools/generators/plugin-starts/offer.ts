import type { PluginStart } from './plugin-start.js';

/** "This session cannot be claimed, because …" */
export const offerStart: PluginStart = {
  description: 'Keeps sessions of some categories from being claimed.',
  answer: 'denies an offering whose category is excluded',
  settings: [['excludedCategories', 'categories of the programme, as it writes them']],
  config: ({ pascal }) => `import { Field } from '@laurel/plugin-kit';
import { ArrayMaxSize, IsArray, IsString } from 'class-validator';

export class ${pascal}Config {
  @Field('Excluded categories', 'Categories of the programme, as it writes them.')
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(50)
  excludedCategories: string[] = [];
}
`,
  messages: `  rule: { text: 'Sessions of these categories cannot be claimed for credit: {categories}.' },
  'category-excluded': {
    text: 'Sessions of the category {category} cannot be claimed for credit.',
    remedy: 'Ask the society if you think that this session should count.',
  },`,
  imports: ['allow', 'deny'],
  stage: `  rule: ({ config: { excludedCategories: categories } }) =>
    categories.length === 0 ? [] : [{ code: 'rule', facts: { categories } }],

  offer({ offering, config }) {
    const { category } = offering;
    return config.excludedCategories.includes(category) ? deny('category-excluded', { category }) : allow;
  },`,
  spec: ({ key, camel, pascal }) => `import { describe, expect, it } from '@jest/globals';
import { allow, parseConfig } from '@laurel/plugin-kit';
import { anOffering, anOfferInput, aRuleInput, describePlugin, ruleText } from '@laurel/plugin-kit/conformance';
import { ${pascal}Config } from './${key}.config.js';
import { ${camel}Plugin } from './${key}.plugin.js';

const storedConfig = { excludedCategories: ['Committee Meeting'] };
const config = parseConfig(${pascal}Config, storedConfig);
const ofCategory = (category: string) => anOfferInput(config, { offering: anOffering({ category }) });

describePlugin(${camel}Plugin, {
  folder: import.meta.dirname,
  storedConfig,
  offer: {
    'for a lecture': ofCategory('Lecture'),
    'for a committee meeting': ofCategory('Committee Meeting'),
  },
  rule: { 'of one category': aRuleInput(config) },
});

describe('${key}', () => {
  it('denies sessions of the excluded categories, and names the category', () => {
    expect(${camel}Plugin.offer?.(ofCategory('Lecture'))).toBe(allow);
    expect(${camel}Plugin.offer?.(ofCategory('Committee Meeting'))).toEqual({
      allowed: false,
      reason: { code: 'category-excluded', facts: { category: 'Committee Meeting' } },
    });
  });

  it('says its rule', () => {
    expect(ruleText(${camel}Plugin, aRuleInput(config))).toBe(
      'Sessions of these categories cannot be claimed for credit: Committee Meeting.',
    );
  });
});
`,
};
