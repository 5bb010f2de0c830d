/** The name of a plugin in its several spellings. */
export interface PluginName {
  /** `session-cap`: folder, key, file names. */
  readonly key: string;
  /** `sessionCap`: the exported constant is `sessionCapPlugin`. */
  readonly camel: string;
  /** `SessionCap`: the configuration class is `SessionCapConfig`. */
  readonly pascal: string;
  /** `Session cap`: the title on screen. */
  readonly title: string;
}

const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** @throws Error in words for the person at the command line when the key is not kebab-case. */
export const pluginName = (key: string): PluginName => {
  if (!KEY.test(key)) {
    throw new Error(
      `"${key}" cannot be a plugin's key. Use lower-case words joined by hyphens, e.g. session-cap.`,
    );
  }
  const camel = key.replace(/-([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
  const pascal = camel.charAt(0).toUpperCase() + camel.slice(1);
  const words = key.replaceAll('-', ' ');
  return { key, camel, pascal, title: words.charAt(0).toUpperCase() + words.slice(1) };
};

/**
 * The files of a new plugin by their path in its folder. It starts as a small rule that works (sessions of some
 * categories cannot be claimed), so that every part has something in it to replace.
 */
export const pluginFiles = ({ key, camel, pascal, title }: PluginName): ReadonlyMap<string, string> =>
  new Map([
    [
      'project.json',
      JSON.stringify({
        name: `plugin-${key}`,
        sourceRoot: `plugins/${key}/src`,
        projectType: 'library',
        tags: ['scope:plugin'],
      }),
    ],
    [
      'README.md',
      `# ${title}

Sessions of some categories cannot be claimed; their cards say so. Replace this by what your rule is for: who asked
for it, what it does, and what the learner reads.

| stage | answer |
|---|---|
| \`offer\` | denies an offering whose category is excluded |

| setting | meaning |
|---|---|
| \`excludedCategories\` | categories of the programme, as it writes them |
`,
    ],
    ['src/index.ts', `export { ${camel}Plugin } from './${key}.plugin.js';\n`],
    [
      `src/${key}.config.ts`,
      `import { Field } from '@laurel/plugin-kit';
import { ArrayMaxSize, IsArray, IsString } from 'class-validator';

export class ${pascal}Config {
  @Field('Excluded categories', 'Categories of the programme, as it writes them.')
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(50)
  excludedCategories: string[] = [];
}
`,
    ],
    [
      `src/${key}.messages.ts`,
      `import type { Message } from '@laurel/plugin-kit';

export const messages = {
  'category-excluded': {
    text: 'Sessions of the category {category} cannot be claimed for credit.',
    remedy: 'Ask the society if you think that this session should count.',
  },
} as const satisfies Readonly<Record<string, Message>>;
`,
    ],
    [
      `src/${key}.plugin.ts`,
      `import { allow, definePlugin, deny, PLUGIN_CONTRACT } from '@laurel/plugin-kit';
import { ${pascal}Config } from './${key}.config.js';
import { messages } from './${key}.messages.js';

/** Why this rule exists, and where it comes from. */
export const ${camel}Plugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: '${key}',
  version: '0.1.0',
  title: '${title}',
  description: 'Keeps sessions of some categories from being claimed.',
  config: ${pascal}Config,
  configVersion: 1,
  messages,

  offer({ offering, config }) {
    const { category } = offering;
    return config.excludedCategories.includes(category) ? deny('category-excluded', { category }) : allow;
  },
});
`,
    ],
    [
      `src/${key}.spec.ts`,
      `import { describe, expect, it } from '@jest/globals';
import { allow, parseConfig } from '@laurel/plugin-kit';
import { anOffering, anOfferInput, describePlugin } from '@laurel/plugin-kit/conformance';
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
});

describe('${key}', () => {
  it('denies sessions of the excluded categories, and names the category', () => {
    expect(${camel}Plugin.offer?.(ofCategory('Lecture'))).toBe(allow);
    expect(${camel}Plugin.offer?.(ofCategory('Committee Meeting'))).toEqual({
      allowed: false,
      reason: { code: 'category-excluded', facts: { category: 'Committee Meeting' } },
    });
  });
});
`,
    ],
  ]);
