import type { PluginName } from './plugin-name.js';
import { awardStart } from './plugin-starts/award.js';
import { offerStart } from './plugin-starts/offer.js';
import type { PluginStart } from './plugin-starts/plugin-start.js';
import { requireStart } from './plugin-starts/require.js';

/** The stages that a new plugin can start with. */
export const starts = { offer: offerStart, award: awardStart, require: requireStart } as const;
export type StartStage = keyof typeof starts;

/** @throws Error in words for the person at the command line when there is no such start. */
export const startStage = (stage: string): StartStage => {
  const known = Object.keys(starts);
  if (!isStart(stage)) {
    throw new Error(
      `A new plugin cannot start with "${stage}". Choose one of ${known.join(', ')}; other stages are added by hand.`,
    );
  }
  return stage;
};

const isStart = (stage: string): stage is StartStage => Object.hasOwn(starts, stage);

/** The files of a new plugin by their path in its folder; it works already, with the rule that its stage starts with. */
export const pluginFiles = (name: PluginName, stage: StartStage): ReadonlyMap<string, string> => {
  const { key, camel, pascal } = name;
  const start: PluginStart = starts[stage];
  return new Map([
    ['project.json', projectFile(name)],
    ['README.md', readme(name, stage, start)],
    ['src/index.ts', `export { ${camel}Plugin } from './${key}.plugin.js';\n`],
    [`src/${key}.config.ts`, start.config(name)],
    [
      `src/${key}.messages.ts`,
      `import type { Message } from '@laurel/plugin-kit';

export const messages = {
${start.messages}
} as const satisfies Readonly<Record<string, Message>>;
`,
    ],
    [
      `src/${key}.plugin.ts`,
      `import { ${[...start.imports, 'definePlugin', 'PLUGIN_CONTRACT'].join(', ')} } from '@laurel/plugin-kit';
import { ${pascal}Config } from './${key}.config.js';
import { messages } from './${key}.messages.js';

/** Why this rule exists, and where it comes from. */
export const ${camel}Plugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: '${key}',
  version: '0.1.0',
  title: '${name.title}',
  description: '${start.description}',
  config: ${pascal}Config,
  configVersion: 1,
  messages,

${start.stage}
});
`,
    ],
    [`src/${key}.spec.ts`, start.spec(name)],
  ]);
};

const projectFile = ({ key }: PluginName): string =>
  JSON.stringify({
    name: `plugin-${key}`,
    sourceRoot: `plugins/${key}/src`,
    projectType: 'library',
    tags: ['scope:plugin'],
  });

const readme = (
  { title }: PluginName,
  stage: StartStage,
  { description, answer, settings }: PluginStart,
): string => `# ${title}

${description} Replace this by what your rule is for: who asked for it, what it does, what can be set, and what the
learner reads when it strikes. Staff read this page when they choose the plugin.

| stage | answer |
|---|---|
| \`${stage}\` | ${answer} |
| \`rule\` | for "Why?": the rule in words, from the settings |

| setting | meaning |
|---|---|
${settings.map(([setting, meaning]) => `| \`${setting}\` | ${meaning} |`).join('\n')}
`;
