import type { PluginStart } from './plugin-start.js';

/** "You still have to …" */
export const requireStart: PluginStart = {
  description: 'Asks for a number of sessions before a claim can be submitted.',
  answer: 'one requirement, met by enough sessions',
  settings: [['least', 'how many sessions a claim needs']],
  config: ({ pascal }) => `import { Field } from '@laurel/plugin-kit';
import { IsInt, Max, Min } from 'class-validator';

export class ${pascal}Config {
  @Field('Sessions at least', 'How many sessions a claim needs.')
  @IsInt()
  @Min(1)
  @Max(1_000)
  least = 1;
}
`,
  messages: `  rule: { text: 'A claim needs {least, plural, one {# session} other {# sessions}} at least.' },
  'enough': { text: 'You have chosen {count} sessions; {least} are needed.' },
  'too-few': {
    text: 'You have chosen {count} sessions; {least} are needed.',
    remedy: 'Add the other sessions that you took part in.',
  },`,
  imports: [],
  stage: `  rule: ({ config: { least } }) => [{ code: 'rule', facts: { least } }],

  require({ lines, config: { least } }) {
    const count = new Set(lines.map(({ offering }) => offering.id)).size;
    const isMet = count >= least;
    return [
      {
        key: 'sessions',
        state: isMet ? 'met' : 'unmet',
        title: 'Number of sessions',
        reason: { code: isMet ? 'enough' : 'too-few', facts: { count, least } },
        action: { kind: 'sessions' },
      },
    ];
  },`,
  spec: ({ key, camel, pascal }) => `import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '@laurel/plugin-kit';
import {
  aLine,
  anOffering,
  aRequireInput,
  aRuleInput,
  describePlugin,
  ruleText,
} from '@laurel/plugin-kit/conformance';
import { ${pascal}Config } from './${key}.config.js';
import { ${camel}Plugin } from './${key}.plugin.js';

const storedConfig = { least: 2 };
const config = parseConfig(${pascal}Config, storedConfig);
/** A cart with these sessions. */
const having = (...ids: string[]) =>
  aRequireInput(config, { lines: ids.map((id) => aLine(anOffering({ id }))) });

describePlugin(${camel}Plugin, {
  folder: import.meta.dirname,
  storedConfig,
  require: { 'for one session': having('a'), 'for two sessions': having('a', 'b') },
  rule: { 'of two sessions': aRuleInput(config) },
});

describe('${key}', () => {
  it('is met by enough different sessions', () => {
    const stateOf = (...ids: string[]) => ${camel}Plugin.require?.(having(...ids))[0]?.state;
    expect([stateOf(), stateOf('a'), stateOf('a', 'a'), stateOf('a', 'b')]).toEqual([
      'unmet',
      'unmet',
      'unmet',
      'met',
    ]);
  });

  it('says its rule', () => {
    expect(ruleText(${camel}Plugin, aRuleInput(config))).toBe('A claim needs 2 sessions at least.');
  });
});
`,
};
