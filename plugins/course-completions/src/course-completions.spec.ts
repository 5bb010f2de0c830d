import { describe, expect, it } from '@jest/globals';
import { allow, parseConfig } from '@laurel/plugin-kit';
import { anOffering, anOfferInput, describePlugin } from '@laurel/plugin-kit/conformance';
import { CourseCompletionsConfig } from './course-completions.config.js';
import { courseCompletionsPlugin } from './course-completions.plugin.js';

const storedConfig = { excludedCategories: ['Committee Meeting'] };
const config = parseConfig(CourseCompletionsConfig, storedConfig);
const ofCategory = (category: string) => anOfferInput(config, { offering: anOffering({ category }) });

describePlugin(courseCompletionsPlugin, {
  folder: import.meta.dirname,
  storedConfig,
  offer: {
    'for a lecture': ofCategory('Lecture'),
    'for a committee meeting': ofCategory('Committee Meeting'),
  },
});

describe('course-completions', () => {
  it('denies sessions of the excluded categories, and names the category', () => {
    expect(courseCompletionsPlugin.offer?.(ofCategory('Lecture'))).toBe(allow);
    expect(courseCompletionsPlugin.offer?.(ofCategory('Committee Meeting'))).toEqual({
      allowed: false,
      reason: { code: 'category-excluded', facts: { category: 'Committee Meeting' } },
    });
  });
});
